package org.sunlitledger.cli.user;

import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives an account other roles or another office. */
@Command(
    name = "change",
    mixinStandardHelpOptions = true,
    description = "Give an account these roles and this office instead of those it has.")
final class ChangeUserCommand extends UserChange {

  @Mixin private final RolesAndOffice allowed = new RolesAndOffice();

  @Override
  String changed(Accounts accounts, AccountWords words) {
    accounts.change(login(), allowed.roles(), allowed.office(), AccessVia.CLI);
    return words.text("users.changed", login());
  }
}
