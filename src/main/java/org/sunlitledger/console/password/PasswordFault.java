package org.sunlitledger.console.password;

/** Why a password is not accepted. */
public enum PasswordFault {
  SHORT,
  LONG,
  /** Little is left of it without the login. */
  OF_LOGIN,
  /** The same for the name of the person. */
  OF_NAME,
  /** The same for the names of the county's office and of the person's own. */
  OF_OFFICE,
  /** The same for the names of the county. */
  OF_COUNTY,
  /** The same for the names of this program. */
  OF_PROGRAM,
  /** It has too few kinds of signs, where the county asks for them. */
  COMPOSITION,
  /** Somebody who guesses with patience finds it. */
  COMMON,
  /** It is the password that the account has now. */
  SAME,
  /** The second time something else was typed. */
  DIFFERS
}
