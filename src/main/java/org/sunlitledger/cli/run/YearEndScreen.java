package org.sunlitledger.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.cli.close.CloseScreen;
import org.sunlitledger.cli.notice.RunNotices;
import org.sunlitledger.cli.print.OpenScreen;
import org.sunlitledger.cli.print.ProgressScreen;
import org.sunlitledger.cli.reconcile.ReconciliationScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.intake.step.Progress;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.proof.LeftOut;
import org.sunlitledger.reconcile.proof.LeftOutText;
import org.sunlitledger.report.OpenGround;

/** Shows the result of a year-end run. */
final class YearEndScreen {
  /** Parts of a ledger that are named one by one. */
  private static final int SHOWN_PARTS = 20;

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

  /** Runs, shows the result, sends notices and returns the exit status. */
  int run(Callable<YearEnd.YearEndResult> run) throws Exception {
    YearEnd.YearEndResult result;
    try (ProgressScreen screen =
        new ProgressScreen(
            session.the(Progress.class),
            session.messages(),
            command.err(),
            ProgressScreen.isTerminal())) {
      screen.show();
      result = run.call();
    } catch (RunLock.RunLockHeld busy) {
      return closing.show(busy);
    }
    if (result instanceof YearEnd.Frozen frozen) {
      closing.show(frozen.year(), List.of(frozen.why()));
      return DatabaseCommand.REFUSED;
    }
    int status = show(result);
    RunNotices.send(session, command);
    return status;
  }

  private int show(YearEnd.YearEndResult result) {
    if (result instanceof YearEnd.Incomplete incomplete) {
      showIncomplete(incomplete);
      return DatabaseCommand.FAILED;
    }
    if (result instanceof YearEnd.Failed failed) {
      failed.failures().forEach(failure -> command.err().println("sunlit: " + failure));
      command.err().println(sentences.text("year-end.failed", failed.run()));
      return DatabaseCommand.FAILED;
    }
    return showDone((YearEnd.Done) result);
  }

  private int showDone(YearEnd.Done done) {
    new ReconciliationScreen(session, command.out())
        .show(done.year(), done.reconciliation(), done.setAside().size());
    command.out().println();
    command
        .out()
        .println(
            sentences.text("year-end.statement", done.out().resolve(String.valueOf(done.year()))));
    if (!done.setAside().isEmpty()) {
      command.out().println(sentences.text("year-end.set-aside", done.setAside().size()));
      sentences(done.setAside()).forEach(command.out()::println);
    }
    LeftOutText text = text();
    done.remarks().stream()
        .limit(SHOWN_PARTS)
        .forEach(remark -> command.out().println(text.remark(remark)));
    int status =
        done.closed()
            .map(closed -> closing.show(done.year(), closed))
            .orElseGet(() -> showOpen(done.year()));
    return done.reconciliation().isOpen() ? DatabaseCommand.REFUSED : status;
  }

  private void showIncomplete(YearEnd.Incomplete incomplete) {
    command.err().println("sunlit: " + sentences.text("year-end.incomplete", incomplete.year()));
    sentences(incomplete.parts()).forEach(command.err()::println);
    command.err().println(sentences.text("year-end.incomplete.remedy"));
  }

  private LeftOutText text() {
    return new LeftOutText(sentences, session.the(Rules.class));
  }

  /** A sentence for each part, the first ones of many. */
  private List<String> sentences(List<LeftOut> parts) {
    LeftOutText text = text();
    List<String> all = new ArrayList<>();
    for (LeftOut part : parts.subList(0, Math.min(SHOWN_PARTS, parts.size()))) {
      String sentence = text.sentence(part);
      all.add(
          "  "
              + part.number()
                  .map(number -> sentences.text("left-out.number", number, sentence))
                  .orElse(sentence));
    }
    if (parts.size() > SHOWN_PARTS) {
      all.add("  " + sentences.text("year-end.incomplete.more", parts.size() - SHOWN_PARTS));
    }
    return all;
  }

  /** What keeps the year from being closed though the ledger agrees. */
  private int showOpen(int year) {
    List<OpenItems.OpenGroup> open = session.the(OpenGround.class).now().of(year);
    new OpenScreen(session.messages()).show(open, List.of(), command.out());
    return open.isEmpty() ? DatabaseCommand.CLEAN : DatabaseCommand.REFUSED;
  }
}
