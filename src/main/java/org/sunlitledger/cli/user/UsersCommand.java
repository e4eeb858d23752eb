package org.sunlitledger.cli.user;

import java.time.Clock;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.view.AccountWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the accounts of the console; its subcommands change them. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    description = "List the accounts of the console, or change them.",
    subcommands = {
      AddUserCommand.class,
      InviteUserCommand.class,
      RenameUserCommand.class,
      ChangeUserCommand.class,
      ForgetFactorCommand.class,
      DisableUserCommand.class,
      EnableUserCommand.class
    },
    synopsisSubcommandLabel = "[COMMAND]")
public final class UsersCommand extends DatabaseCommand {
  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    AccountWords words =
        new AccountWords(session.messages().isChinese(), session.the(Clock.class).getZone());
    Listing listing =
        new Listing("login", "name", "roles", "office", "state", "made").whole("login");
    for (Account account : session.the(Accounts.class).all()) {
      listing.add(
          account.login(),
          account.name(),
          words.roles(account.roles()),
          account.office().orElse(""),
          words.state(account.state()),
          words.moment(account.created()));
    }
    listing.print(out(), session.messages(), output.json());
    if (listing.size() == 0 && !output.json()) {
      out().println(words.text("users.none"));
    }
    return CLEAN;
  }
}
