package org.sunlitledger.console.door;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.AccountRole;

/** Who types a code from a telephone after the password. OWASP ASVS 5.0, 6.3.3. */
@Component
final class SecondFactorPolicy {
  private final Asked asked;

  SecondFactorPolicy(@Value("${sunlit.console.second-factor:deciders}") Asked asked) {
    this.asked = asked;
  }

  /** Who must have it. Everybody who has set it up is asked for it. */
  enum Asked {
    /** Who approves decisions or manages accounts. */
    DECIDERS,
    ALL
  }

  boolean isAsked(Account account) {
    return account.hasSecondFactor() || isRequired(account);
  }

  boolean isRequired(Account account) {
    return asked == Asked.ALL
        || account.roles().contains(AccountRole.REVIEWER)
        || account.roles().contains(AccountRole.ADMINISTRATOR);
  }
}
