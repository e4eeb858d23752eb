package org.sunlitledger.cli.run;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.sunlitledger.cli.delivery.InboxScreen;
import org.sunlitledger.cli.notice.RunNotices;
import org.sunlitledger.cli.print.OpenScreen;
import org.sunlitledger.cli.print.ProgressScreen;
import org.sunlitledger.cli.print.ScreenText;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.step.Progress;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.quantity.money.AmountText;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.register.Villages;

/** Shows the result of a run in a few lines. */
final class RunSummary {
  private final Session session;
  private final DatabaseCommand command;
  private final Messages messages;
  private final ZoneId zone;
  private final boolean villagesAreListed;
  private final Progress progress;
  private final InboxScreen inbox;
  private final Nightly nightly;
  private final PrintWriter out;
  private final PrintWriter err;

  RunSummary(Session session, DatabaseCommand command) {
    this.session = session;
    this.command = command;
    this.messages = session.messages();
    this.zone = session.the(Clock.class).getZone();
    this.villagesAreListed = session.the(Villages.class).isListed();
    this.progress = session.the(Progress.class);
    this.inbox = new InboxScreen(session);
    this.nightly = session.the(Nightly.class);
    this.out = command.out();
    this.err = command.err();
  }

  /** Runs, shows the result, sends notices and returns the exit status. */
  int run(Callable<Outcome> run) throws Exception {
    Outcome outcome;
    try (ProgressScreen screen =
        new ProgressScreen(progress, messages, err, ProgressScreen.isTerminal())) {
      screen.show();
      outcome = run.call();
    } catch (RunLock.RunLockHeld busy) {
      err.println("sunlit: " + busy.taken().text(messages, zone));
      return DatabaseCommand.FAILED;
    }
    int status = result(outcome);
    RunNotices.send(session, command);
    return status;
  }

  private int result(Outcome outcome) {
    if (!outcome.isDone()) {
      outcome.failures().forEach(failure -> err.println("sunlit: " + failure));
      err.println(messages.text("nightly.failed", outcome.run()));
      return DatabaseCommand.FAILED;
    }
    show(outcome);
    nightly.reported(outcome);
    return outcome.isClean() ? DatabaseCommand.CLEAN : DatabaseCommand.REFUSED;
  }

  private void showClosed(ClosedYears.FreezingClose close) {
    out.println(
        messages.text(
            "nightly.closed", close.year(), close.number(), close.by(), local(close.at())));
  }

  private static String grouped(long fen) {
    return ScreenText.grouped(AmountText.STANDARD.format(fen));
  }

  private String local(OffsetDateTime at) {
    return Moment.in(zone, at);
  }

  private void show(Outcome outcome) {
    outcome
        .inbox()
        .ifPresent(
            folder ->
                out.println(
                    messages.text(
                        "nightly.inbox", FilePath.shown(folder), outcome.entries().size())));
    inbox.show(outcome.entries(), out);
    out.println(
        messages.text(
            "nightly.deliveries",
            outcome.deliveries(),
            outcome.refusedFiles(),
            outcome.known(),
            outcome.unfinished().size()));
    out.println(
        messages.text(
            "nightly.lines",
            outcome.read(),
            outcome.accepted(),
            outcome.refused(),
            outcome.waiting()));
    out.println(messages.text("nightly.amount", grouped(outcome.amount())));
    out.println(messages.text("nightly.figures", outcome.figures(), outcome.figuresMissing()));
    outcome.reports().forEach(file -> out.println(messages.text("nightly.report", file)));
    outcome.closed().ifPresent(this::showClosed);
    if (outcome.heldInAll() > 0) {
      out.println(messages.text("nightly.held", outcome.held(), outcome.heldInAll()));
    }
    if (!villagesAreListed) {
      out.println(messages.text("nightly.villages"));
    }
    new OpenScreen(messages).show(outcome.open(), outcome.setAside(), out);
  }
}
