package org.sunlitledger.cli.close;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.FileEnding;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.ReportYear;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.close.late.Restatement;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.job.ClosedYearRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what would change in a closed year if late deliveries counted. */
@Command(
    name = "restatement",
    mixinStandardHelpOptions = true,
    description = "Show what would change in a closed year if late deliveries counted.")
public final class RestatementCommand extends DatabaseCommand {

  @Mixin private final ReportYear year = new ReportYear();

  @Option(names = "--out", paramLabel = "FILE.csv", description = "Write every line as CSV.")
  private @Nullable Path file;

  @Option(names = "--record", description = "Keep it, as a recorded run, for the console.")
  private boolean record;

  @Mixin private final Output output = new Output();

  @Override
  protected void verify() {
    if (file != null && FileEnding.of(file, List.of("csv")).isEmpty()) {
      throw misuse("out.ending", file, "FILE.csv");
    }
    if (file != null && output.json()) {
      throw misuse("options.either", "--out", "--json");
    }
    if (record && (file != null || output.json())) {
      throw misuse("options.either", "--record", file == null ? "--json" : "--out");
    }
  }

  @Override
  protected int run(Session session) throws Exception {
    CloseScreen screen = new CloseScreen(session, this);
    if (record) {
      return record(session, screen);
    }
    try (RestatementScreen restatement = screen(session, screen)) {
      Optional<Obstacle> obstacle =
          session.the(Restatement.class).restate(year.value(), restatement);
      if (obstacle.isPresent()) {
        return notClosed(screen);
      }
      restatement.finish();
      return CLEAN;
    } catch (RunLock.RunLockHeld busy) {
      return screen.show(busy);
    }
  }

  private int record(Session session, CloseScreen screen) throws Exception {
    try {
      if (session.the(ClosedYearRuns.class).restate(year.value()).isPresent()) {
        return notClosed(screen);
      }
      out().println(screen.sentences().text("restatement.recorded", year.value()));
      return CLEAN;
    } catch (RunLock.RunLockHeld busy) {
      return screen.show(busy);
    }
  }

  private int notClosed(CloseScreen screen) {
    err().println("sunlit: " + screen.sentences().text("restatement.not-closed", year.value()));
    return USAGE;
  }

  private RestatementScreen screen(Session session, CloseScreen screen) throws IOException {
    if (file != null) {
      return new RestatementCsv(file, session, screen.sentences(), out());
    }
    return output.json()
        ? new RestatementJson(year.value(), out())
        : new RestatementText(year.value(), session, screen.sentences(), out());
  }
}
