package org.sunlitledger.console.frame;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.view.Desk.OnTheDesk;

/**
 * An entry of the menu.
 *
 * @param key of its words, after {@code menu.}
 * @param current whether the page is this one or below it
 * @param count of what awaits the reader there
 */
public record MenuEntry(String key, String address, boolean current, int count) {
  private static final Set<AccountRole> READERS =
      Set.of(AccountRole.VIEWER, AccountRole.CLERK, AccountRole.REVIEWER);
  private static final Set<AccountRole> STAFF = Set.of(AccountRole.CLERK, AccountRole.REVIEWER);
  private static final Set<AccountRole> CLERKS = Set.of(AccountRole.CLERK);
  private static final Set<AccountRole> ADMINISTRATORS = Set.of(AccountRole.ADMINISTRATOR);

  private static final String DISCREPANCIES = "discrepancies";

  private record Place(String key, String address, Set<AccountRole> roles) {}

  static List<MenuEntry> of(SignedIn person, int year, String path, OnTheDesk desk) {
    String home = "/" + year;
    return Stream.of(
            new Place("home", home, READERS),
            new Place("upload", home + "/upload", CLERKS),
            new Place("deliveries", home + "/deliveries", READERS),
            new Place("findings", home + "/findings", STAFF),
            new Place("figures", home + "/figures", READERS),
            new Place("reports", home + "/reports", READERS),
            new Place("reconciliation", home + "/reconciliation", READERS),
            new Place(DISCREPANCIES, home + "/discrepancies", READERS),
            new Place("close", home + "/close", READERS),
            new Place("runs", "/runs", READERS),
            new Place("rules", "/rules", READERS),
            new Place("registers", "/registers", READERS),
            new Place("audit", home + "/audit", READERS),
            new Place("users", "/users", ADMINISTRATORS),
            new Place("access", "/access", ADMINISTRATORS))
        .filter(place -> place.roles().stream().anyMatch(person::has))
        .map(
            place ->
                new MenuEntry(
                    place.key(),
                    place.address(),
                    isAt(path, place.address(), home),
                    place.key().equals(DISCREPANCIES) ? desk.resolved() : 0))
        .toList();
  }

  private static boolean isAt(String path, String address, String home) {
    return path.equals(address) || (!address.equals(home) && path.startsWith(address + "/"));
  }
}
