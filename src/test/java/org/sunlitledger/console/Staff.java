package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** People who have an account of the console and have set their passwords. */
final class Staff {
  static final String PASSWORD = "a sentence nobody guesses 阳光";

  private final Office office;
  private final ServedConsole console;

  Staff(Office office, ServedConsole console) {
    this.office = office;
    this.console = console;
  }

  /** Makes an account and activates it. */
  Staff add(String login, String name, Optional<String> folder, Set<AccountRole> roles)
      throws Exception {
    String code =
        office
            .the(Accounts.class)
            .add(new NewAccount(login, name, folder, roles), AccessVia.CLI)
            .text();
    Visitor visitor = new Visitor(console);
    visitor.get("/activate");
    assertThat(
            visitor
                .post(
                    "/activate",
                    Map.of("login", login, "code", code, "password", PASSWORD, "again", PASSWORD))
                .statusCode())
        .isEqualTo(302);
    return this;
  }

  /** Somebody signed in, without a browser. */
  Visitor visitor(String login) throws Exception {
    Visitor visitor = new Visitor(console);
    visitor.signIn(login, PASSWORD);
    return visitor;
  }

  /** Somebody signed in, in a browser. */
  Person person(String login) {
    return Person.at(console).signIn(login, PASSWORD);
  }
}
