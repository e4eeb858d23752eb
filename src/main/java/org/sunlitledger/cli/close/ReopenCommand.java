package org.sunlitledger.cli.close;

import java.util.List;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Reason;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.Reopening;
import org.sunlitledger.database.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens a closed year again, on the record. */
@Command(
    name = "reopen",
    mixinStandardHelpOptions = true,
    description = "Open a closed year again, on the record.")
public final class ReopenCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who reopens it.")
  private String by = "";

  @Mixin private final Reason why = new Reason();

  @Override
  protected int run(Session session) {
    CloseScreen screen = new CloseScreen(session, this);
    if (by.isBlank() || why.text().isBlank()) {
      err().println("sunlit: " + screen.sentences().text("reopen.blank"));
      return USAGE;
    }
    try {
      Reopening.ReopeningResult result =
          session.the(Reopening.class).reopen(year.value(), by.strip(), why.text().strip());
      if (result instanceof Reopening.Reopened reopened) {
        out()
            .println(
                screen
                    .sentences()
                    .text("reopen.done", year.value(), reopened.number(), reopened.released()));
        return CLEAN;
      }
      err().println("sunlit: " + screen.sentences().text("reopen.refused", year.value()));
      screen.show(year.value(), List.of(((Reopening.NotReopened) result).why()));
      return REFUSED;
    } catch (RunLock.RunLockHeld busy) {
      return screen.show(busy);
    }
  }
}
