package org.sunlitledger.cli.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives an account other roles or another office. */
@Command(
    name = "change",
    mixinStandardHelpOptions = true,
    description = "Give an account these roles and this office instead of those it has.")
final class ChangeUserCommand extends UserChange {

  @Option(
      names = "--role",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      converter = RoleName.class,
      description = "viewer, clerk, reviewer or administrator; a clerk may also be reviewer.")
  private List<AccountRole> roles = List.of();

  @Option(
      names = "--office",
      paramLabel = "FOLDER",
      description = "The folder of the inbox this person hands files into; all unless given.")
  private @Nullable String office;

  @Override
  String changed(Accounts accounts, AccountWords words) {
    accounts.change(login(), EnumSet.copyOf(roles), Optional.ofNullable(office), AccessVia.CLI);
    return words.text("users.changed", login());
  }
}
