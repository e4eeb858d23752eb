package org.sunlitledger.console.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.NewAccount;

/** What an administrator has typed into a form about an account. */
public record TypedAccount(
    @Nullable String login,
    @Nullable String name,
    @Nullable String office,
    @Nullable List<String> role) {

  static TypedAccount empty() {
    return new TypedAccount(null, null, null, null);
  }

  static TypedAccount of(Account account) {
    return new TypedAccount(
        account.login(),
        account.name(),
        account.office().orElse(null),
        account.roles().stream().map(AccountRole::code).toList());
  }

  NewAccount wanted() {
    return new NewAccount(text(login).strip(), text(name), folder(), roles());
  }

  /** The folder of the inbox; empty for all folders. */
  Optional<String> folder() {
    return Optional.of(text(office).strip()).filter(folder -> !folder.isEmpty());
  }

  Set<AccountRole> roles() {
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    Optional.ofNullable(role).orElse(List.of()).stream()
        .flatMap(code -> AccountRole.find(code).stream())
        .forEach(roles::add);
    return roles;
  }

  public String loginText() {
    return text(login);
  }

  public String nameText() {
    return text(name);
  }

  public String officeText() {
    return text(office);
  }

  public boolean has(AccountRole one) {
    return roles().contains(one);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
