package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;

/** Takes the second factor away from somebody who has lost the telephone. */
@Command(
    name = "forget-factor",
    mixinStandardHelpOptions = true,
    description = "Take the one-time code away from somebody who has lost the telephone.")
final class ForgetFactorCommand extends UserChange {

  @Override
  String changed(Accounts accounts, AccountWords words) {
    accounts.forgetFactor(login(), AccessVia.CLI);
    return words.text("users.factor-forgotten", login());
  }
}
