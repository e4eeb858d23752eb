package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;

/** Takes an account out of use. */
@Command(
    name = "disable",
    mixinStandardHelpOptions = true,
    description = "Take an account out of use.")
final class DisableUserCommand extends UserChange {

  @Override
  String changed(Accounts accounts, AccountWords words) {
    accounts.setDisabled(login(), true, AccessVia.CLI);
    return words.text("users.disabled", login());
  }
}
