package org.sunlitledger.cli.user;

import java.time.Clock;
import org.sunlitledger.account.AccountRefusal;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.account.ActivationCode;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Parameters;

/** A command that changes an account, or says why it does not. */
abstract class UserChange extends DatabaseCommand {

  @Parameters(
      paramLabel = "LOGIN",
      description = "What is typed to sign in: letters a to z, digits, dots, dashes.")
  private String login = "";

  final String login() {
    return login;
  }

  @Override
  protected final int run(Session session) {
    AccountWords words =
        new AccountWords(session.messages().isChinese(), session.the(Clock.class).getZone());
    try {
      out().println(changed(session.the(Accounts.class), words));
      return CLEAN;
    } catch (AccountRefusal refusal) {
      err().println("sunlit: " + words.refusal(refusal));
      return REFUSED;
    }
  }

  /** Changes the account and returns the sentence about it. */
  abstract String changed(Accounts accounts, AccountWords words);

  final String sentence(ActivationCode code, AccountWords words) {
    return words.text("users.code", login, code.text(), words.moment(code.expires()));
  }
}
