package org.sunlitledger.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account allows. */
public enum AccountRole {
  /** Reads. */
  VIEWER,
  /** Uploads, corrects, starts runs, resolves. */
  CLERK,
  /** Approves, sends back, closes and reopens. */
  REVIEWER,
  /** Manages accounts and reads the access log, and does nothing else. */
  ADMINISTRATOR;

  /** The word for it in the database and on the command line. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AccountRole> find(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
