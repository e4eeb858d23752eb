package org.sunlitledger.cli.reconcile;

import java.nio.file.Path;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;
import org.sunlitledger.reconcile.worklist.RowOutcome;
import org.sunlitledger.reconcile.worklist.RowOutcome.CellFault;
import org.sunlitledger.reconcile.worklist.WorkListDecisions.WorkListResult;
import org.sunlitledger.reconcile.worklist.WorkListFault;
import org.sunlitledger.reconcile.worklist.WorkListFault.WorkListProblem;

/** Shows what became of a work list, row by row, and gives the exit status. */
final class WorkListScreen {
  private final Session session;
  private final Messages sentences;
  private final DatabaseCommand command;
  private final Path file;

  WorkListScreen(Session session, DatabaseCommand command, Path file) {
    this.session = session;
    this.sentences = DecisionScreen.sentences(session);
    this.command = command;
    this.file = file;
  }

  int show(WorkListResult result) {
    for (RowOutcome row : result.outcomes()) {
      (row.isDone() ? command.out() : command.err()).println(sentence(row));
    }
    command
        .out()
        .println(
            sentences.text(
                "sheet.sum",
                file,
                result.outcomes().size(),
                result.done(),
                result.refused(),
                result.empty()));
    return result.refused() == 0 ? DatabaseCommand.CLEAN : DatabaseCommand.REFUSED;
  }

  int show(WorkListFault fault) {
    String detail =
        fault.problem() == WorkListProblem.UNREADABLE
            ? session.words().rule(fault.detail())
            : fault.detail();
    command.err().println("sunlit: " + sentences.text("sheet." + fault.problem(), file, detail));
    return DatabaseCommand.FAILED;
  }

  private String sentence(RowOutcome row) {
    return row.fault()
        .map(fault -> sentence(row, fault))
        .or(
            () ->
                row.refusal()
                    .map(
                        why -> sentences.text("sheet.row.refused", row.row(), why.text(sentences))))
        .orElseGet(() -> sentences.text("sheet.row.done", row.row(), row.number()));
  }

  private String sentence(RowOutcome row, CellFault fault) {
    return sentences.text(
        "sheet.row.fault",
        row.row(),
        sentences.text("sheet." + fault.column()),
        fault.found().isEmpty() ? sentences.text("sheet.empty") : SafeText.line(fault.found()),
        sentences.text("sheet.expected." + fault.expected()));
  }
}
