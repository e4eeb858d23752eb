package org.sunlitledger.console.door;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a password is not accepted. Length is asked for, and no mixture of signs. OWASP ASVS 5.0,
 * 6.2.
 */
enum PasswordFault {
  SHORT,
  LONG,
  LOGIN_IN_IT,
  DIFFERS;

  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;

  static Optional<PasswordFault> of(String login, String password, String again) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(LONG);
    }
    if (password.toLowerCase(Locale.ROOT).contains(login)) {
      return Optional.of(LOGIN_IN_IT);
    }
    return password.equals(again) ? Optional.empty() : Optional.of(DIFFERS);
  }
}
