package org.sunlitledger.cli.reconcile;

import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.quantity.text.Messages;

/** Shows the result of a decision about open items. */
final class OpenDecisionScreen {
  private final Messages sentences;
  private final DatabaseCommand command;

  OpenDecisionScreen(Session session, DatabaseCommand command) {
    this.sentences = DecisionScreen.sentences(session);
    this.command = command;
  }

  /**
   * Shows it, and gives the exit status.
   *
   * @param sentence key of what is said of each item that was decided
   */
  int show(OpenDecisions.OpenDecisionResult result, String sentence) {
    if (result instanceof OpenDecisions.OpenDecided decided) {
      for (OpenItem item : decided.items()) {
        String by = item.approved().map(OpenItem.Approval::by).orElse("");
        command.out().println(sentences.text(sentence, item.number(), place(item), by));
      }
      return DatabaseCommand.CLEAN;
    }
    command.err().println("sunlit: " + ((OpenDecisions.OpenRefused) result).why().text(sentences));
    return DatabaseCommand.REFUSED;
  }

  private static String place(OpenItem item) {
    String place = item.line() == 0 ? item.file() : item.file() + ":" + item.line();
    return item.subject().isEmpty() ? place : place + " " + item.subject();
  }
}
