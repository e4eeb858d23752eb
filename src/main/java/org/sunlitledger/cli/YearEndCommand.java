package org.sunlitledger.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.intake.Progress;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.quantity.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds a year's records against the treasury's ledger, and closes the year. */
@Command(
    name = "year-end",
    mixinStandardHelpOptions = true,
    description = "Reconcile with the treasury's ledger; close the year.")
final class YearEndCommand extends DatabaseCommand {

  @Option(names = "--year", required = true, description = "Year of the report.")
  private int year;

  @Option(
      names = "--ledger",
      arity = "1..*",
      paramLabel = "FILE",
      description = "The year's whole ledger; as it was last handed in unless given.")
  private List<Path> ledger = new ArrayList<>();

  @Option(names = "--close", description = "Close the year if nothing is open.")
  private boolean close;

  @Option(names = "--by", paramLabel = "NAME", description = "Who closes the year.")
  private String by = "";

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out", description = "For files.")
  private Path out = Path.of("out");

  @Override
  int run(Session session) throws Exception {
    Messages sentences = ReconciliationScreen.sentences(session);
    for (Path file : ledger) {
      if (!Files.isRegularFile(file)) {
        err().println("sunlit: " + sentences.text("year-end.no-file", file));
        return USAGE;
      }
    }
    if (close && by.isBlank()) {
      err().println("sunlit: " + new CloseScreen(session, this).sentences().text("close.blank"));
      return USAGE;
    }
    YearEnd.Result result;
    try (ProgressScreen screen =
        new ProgressScreen(
            session.the(Progress.class), session.messages(), err(), ProgressScreen.isTerminal())) {
      screen.show();
      result =
          session
              .the(YearEnd.class)
              .run(year, ledger, Optional.of(by.strip()).filter(name -> close), out);
    } catch (RunLock.Busy busy) {
      return new CloseScreen(session, this).tell(busy);
    }
    return tell(session, result);
  }

  private int tell(Session session, YearEnd.Result result) {
    CloseScreen closing = new CloseScreen(session, this);
    if (result instanceof YearEnd.Frozen frozen) {
      closing.tell(year, List.of(frozen.why()));
      return REFUSED;
    }
    Messages sentences = ReconciliationScreen.sentences(session);
    if (result instanceof YearEnd.Failed failed) {
      failed.failures().forEach(failure -> err().println("sunlit: " + failure));
      err().println(sentences.text("year-end.failed", failed.run()));
      return FAILED;
    }
    YearEnd.Done done = (YearEnd.Done) result;
    new ReconciliationScreen(session, out()).tell(year, done.reconciliation());
    out().println();
    out().println(sentences.text("year-end.statement", out.resolve(String.valueOf(year))));
    if (done.refused() > 0) {
      out().println(sentences.text("year-end.refused", done.refused()));
    }
    int status = done.closed().map(closed -> closing.tell(year, closed)).orElse(CLEAN);
    return done.reconciliation().isOpen() || done.refused() > 0 ? REFUSED : status;
  }
}
