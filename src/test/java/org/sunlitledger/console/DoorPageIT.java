package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.console.browser.Person;
import org.sunlitledger.testing.Office;

/** The way in, in a browser: a code, a password, a telephone. */
@Tag("long")
class DoorPageIT {
  private static final String PASSWORD = "a sentence nobody guesses 阳光";
  private static Office office;
  private static ServedConsole console;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder).deliverAll(Path.of("src/test/resources/small-county/2020"));
    office.night(2020);
    console = ServedConsole.of(office);
  }

  @AfterAll
  static void close() {
    console.close();
    office.close();
  }

  @Test
  void aReviewerSetsUpATelephoneAndIsAskedForItAtEachSignIn() {
    String code =
        office
            .the(Accounts.class)
            .add(
                new NewAccount("lisi", "李四", Optional.empty(), Set.of(AccountRole.REVIEWER)),
                AccessVia.CLI)
            .text();
    try (Person lisi = Person.at(console)) {
      lisi.go("/activate").inspect();
      lisi.activate("lisi", code, PASSWORD).inspect().signIn("lisi", PASSWORD);
      assertThat(lisi.page().url()).endsWith("/2020");
      lisi.inspect();
    }
    try (Person lisi = Person.at(console)) {
      lisi.signIn("lisi", PASSWORD);
      assertThat(lisi.page().textContent("h1")).contains("2020");
    }
  }
}
