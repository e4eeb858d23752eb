package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.decision.Signature;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Adds the office or the like to a name that two people have. */
@Command(
    name = "rename",
    mixinStandardHelpOptions = true,
    description = "Add to a name what distinguishes two people, such as the office.")
final class RenameUserCommand extends UserChange {

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The same person's name with the addition.")
  private String name = "";

  @Override
  String changed(Accounts accounts, AccountWords words) {
    accounts.rename(login(), name, AccessVia.CLI);
    return words.text("users.renamed", login(), Signature.of(name).name());
  }
}
