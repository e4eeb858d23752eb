package org.sunlitledger.account;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sunlitledger.account.AccountRefusal.RefusedBecause;
import org.sunlitledger.decision.Signature;

/**
 * What somebody asks for who makes an account.
 *
 * @param name as typed
 */
public record NewAccount(
    String login, String name, Optional<String> office, Set<AccountRole> roles) {
  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
  private static final int LONGEST_NAME = 60;

  /** The name as it goes on the record. */
  Signature signature() {
    return Signature.of(name);
  }

  /**
   * Looks at what can be judged without other accounts.
   *
   * @throws AccountRefusal for the first fault
   */
  void check() {
    if (!LOGIN.matcher(login).matches()) {
      throw new AccountRefusal(RefusedBecause.LOGIN_FORM, login);
    }
    checkName(name);
    checkRoles(roles);
  }

  static void checkRoles(Set<AccountRole> roles) {
    if (roles.isEmpty()) {
      throw new AccountRefusal(RefusedBecause.NO_ROLE);
    }
    if (roles.contains(AccountRole.ADMINISTRATOR)
        && (roles.contains(AccountRole.CLERK) || roles.contains(AccountRole.REVIEWER))) {
      throw new AccountRefusal(RefusedBecause.ADMINISTRATOR_ALONE);
    }
  }

  static void checkName(String typed) {
    String written = Signature.of(typed).name();
    if (written.isEmpty()
        || written.length() > LONGEST_NAME
        || written.codePoints().anyMatch(Character::isISOControl)) {
      throw new AccountRefusal(RefusedBecause.NAME_FORM, LONGEST_NAME);
    }
  }
}
