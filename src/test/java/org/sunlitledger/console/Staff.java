package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/**
 * People who have an account of the console of an office and have set their passwords. Office and
 * console are closed with them.
 */
final class Staff implements AutoCloseable {
  static final String PASSWORD = "a sentence nobody guesses 阳光";

  private final Office office;
  private final ServedConsole console;

  Staff(Office office, ServedConsole console) {
    this.office = office;
    this.console = console;
  }

  /** Opens the console; nobody has an account yet. */
  static Staff of(Office office) throws IOException {
    return of(office, Map.of());
  }

  /** The same with settings of the console. */
  static Staff of(Office office, Map<String, String> settings) throws IOException {
    return new Staff(office, ServedConsole.of(office, settings));
  }

  /** Makes an account for the whole county and activates it. */
  Staff add(String login, String name, AccountRole... roles) throws Exception {
    return add(login, name, Optional.empty(), roles);
  }

  /** The same for the office of a folder. */
  Staff add(String login, String name, String folder, AccountRole... roles) throws Exception {
    return add(login, name, Optional.of(folder), roles);
  }

  private Staff add(String login, String name, Optional<String> folder, AccountRole... roles)
      throws Exception {
    String code =
        office
            .the(Accounts.class)
            .add(new NewAccount(login, name, folder, Set.of(roles)), AccessVia.CLI)
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

  ServedConsole console() {
    return console;
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

  @Override
  public void close() {
    console.close();
    office.close();
  }
}
