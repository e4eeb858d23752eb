package org.sunlitledger.console.door;

import java.util.List;
import org.sunlitledger.account.AccountRole;

/** Who may ask for something. */
enum Allowed {
  /** Also who is not signed in. */
  EVERYBODY,
  /** Also who has typed the password and no code of the second factor yet. */
  HALF_IN,
  SIGNED_IN(AccountRole.values()),
  READERS(AccountRole.VIEWER, AccountRole.CLERK, AccountRole.REVIEWER),
  STAFF(AccountRole.CLERK, AccountRole.REVIEWER),
  CLERKS(AccountRole.CLERK),
  REVIEWERS(AccountRole.REVIEWER),
  ADMINISTRATORS(AccountRole.ADMINISTRATOR);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<AccountRole> roles;

  Allowed(AccountRole... roles) {
    this.roles = List.of(roles);
  }

  /** The roles any of which is enough; none for everybody. */
  List<AccountRole> roles() {
    return roles;
  }
}
