package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.NewAccount;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private final RolesAndOffice allowed = new RolesAndOffice();

  @Override
  String changed(Accounts accounts, AccountWords words) {
    return sentence(
        accounts.add(
            new NewAccount(login(), name, allowed.office(), allowed.roles()), AccessVia.CLI),
        words);
  }
}
