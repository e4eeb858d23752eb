package org.sunlitledger.console;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.Credentials;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.testing.Office;

/** Accounts that are ready to sign in. */
final class Clerks {
  static final String PASSWORD = "a sentence nobody guesses 阳光";

  private Clerks() {}

  static void add(Office office, String login, String name, Optional<String> folder) {
    add(office, login, name, folder, AccountRole.CLERK);
  }

  static void add(
      Office office, String login, String name, Optional<String> folder, AccountRole role) {
    Accounts accounts = office.the(Accounts.class);
    String code =
        accounts.add(new NewAccount(login, name, folder, Set.of(role)), AccessVia.CLI).text();
    String hash = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
    office
        .the(Credentials.class)
        .activate(accounts.find(login).orElseThrow().id(), code, hash);
  }
}
