package org.sunlitledger.console.frame;

import java.io.Serializable;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.AccountRole;

/**
 * Who is signed in.
 *
 * @param login what was typed at the door
 * @param name of the person, as decisions record it
 * @param office the folder of the inbox to which this person is limited; null for all folders
 */
public record SignedIn(
    long account, String login, String name, @Nullable String office, Set<AccountRole> roles)
    implements Principal, Serializable {

  public static SignedIn of(Account account) {
    return new SignedIn(
        account.id(),
        account.login(),
        account.name(),
        account.office().orElse(null),
        EnumSet.copyOf(account.roles()));
  }

  public boolean has(AccountRole role) {
    return roles.contains(role);
  }

  /** Whether this person may look at the books at all. */
  public boolean readsBooks() {
    return has(AccountRole.VIEWER) || has(AccountRole.CLERK) || has(AccountRole.REVIEWER);
  }

  /** Whether this person works with the files of all offices, and may act for the county. */
  public boolean isOfWholeCounty() {
    return office == null;
  }

  /** The folder of the office, for filters; empty for all folders. */
  public String folder() {
    return office == null ? "" : office;
  }

  /** The same person before the second factor, who may do nothing yet. */
  SignedIn withoutRoles() {
    return new SignedIn(account, login, name, office, Set.of());
  }

  /**
   * Whether this person may see what an office handed in, and change it as far as the role goes.
   *
   * @param file the name of a delivery or an entry of the inbox, with its folder
   */
  public boolean reaches(String file) {
    return office == null || file.startsWith(office + "/");
  }

  @Override
  public String getName() {
    return login;
  }
}
