package org.sunlitledger.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.intake.Progress;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.quantity.Messages;
import org.sunlitledger.report.OpenGround;

/** Tells what a year-end run came to. */
final class YearEndScreen {
  private final Session session;
  private final DatabaseCommand command;
  private final Messages sentences;
  private final CloseScreen closing;

  YearEndScreen(Session session, DatabaseCommand command) {
    this.session = session;
    this.command = command;
    this.sentences = ReconciliationScreen.sentences(session);
    this.closing = new CloseScreen(session, command);
  }

  /** Runs, tells, and gives the exit status. */
  int of(Callable<YearEnd.Result> run) throws Exception {
    YearEnd.Result result;
    try (ProgressScreen screen =
        new ProgressScreen(
            session.the(Progress.class),
            session.messages(),
            command.err(),
            ProgressScreen.isTerminal())) {
      screen.show();
      result = run.call();
    } catch (RunLock.Busy busy) {
      return closing.tell(busy);
    }
    if (result instanceof YearEnd.Frozen frozen) {
      closing.tell(frozen.year(), List.of(frozen.why()));
      return DatabaseCommand.REFUSED;
    }
    if (result instanceof YearEnd.Failed failed) {
      failed.failures().forEach(failure -> command.err().println("sunlit: " + failure));
      command.err().println(sentences.text("year-end.failed", failed.run()));
      return DatabaseCommand.FAILED;
    }
    return tell((YearEnd.Done) result);
  }

  private int tell(YearEnd.Done done) {
    new ReconciliationScreen(session, command.out()).tell(done.year(), done.reconciliation());
    command.out().println();
    command
        .out()
        .println(
            sentences.text("year-end.statement", done.out().resolve(String.valueOf(done.year()))));
    if (done.refused() > 0) {
      command.out().println(sentences.text("year-end.refused", done.refused()));
    }
    int status =
        done.closed()
            .map(closed -> closing.tell(done.year(), closed))
            .orElseGet(() -> tellOpen(done.year()));
    return done.reconciliation().isOpen() || done.refused() > 0 ? DatabaseCommand.REFUSED : status;
  }

  /** What keeps the year from being closed though the ledger agrees. */
  private int tellOpen(int year) {
    List<OpenItems.Group> open = session.the(OpenGround.class).of(year);
    new OpenScreen(session.messages()).show(open, List.of(), command.out());
    return open.isEmpty() ? DatabaseCommand.CLEAN : DatabaseCommand.REFUSED;
  }
}
