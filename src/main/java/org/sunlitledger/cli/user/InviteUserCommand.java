package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;

/** Makes a new code for somebody who has lost the first one or forgotten the password. */
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    description = "Make a new code for somebody who has forgotten the password.")
final class InviteUserCommand extends UserChange {

  @Override
  String changed(Accounts accounts, AccountWords words) {
    return sentence(accounts.invite(login(), AccessVia.CLI), words);
  }
}
