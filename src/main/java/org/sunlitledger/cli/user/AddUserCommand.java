package org.sunlitledger.cli.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an account and prints the code with which its owner sets a password. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Make an account; its owner sets the password with the code that is printed.")
final class AddUserCommand extends UserChange {

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The person's name, as decisions record it.")
  private String name = "";

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
    return sentence(
        accounts.add(
            new NewAccount(login(), name, Optional.ofNullable(office), EnumSet.copyOf(roles)),
            AccessVia.CLI),
        words);
  }
}
