package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;

/** Takes an account into use again. */
@Command(
    name = "enable",
    mixinStandardHelpOptions = true,
    description = "Take an account into use again.")
final class EnableUserCommand extends UserChange {

  @Override
  String changed(Accounts accounts, AccountWords words) {
    accounts.setDisabled(login(), false, AccessVia.CLI);
    return words.text("users.enabled", login());
  }
}
