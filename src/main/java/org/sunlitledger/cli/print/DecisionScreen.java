package org.sunlitledger.cli.print;

import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.WorkItem;

/** Shows the result of a decision on a discrepancy. */
public final class DecisionScreen {
  private final Messages sentences;
  private final DatabaseCommand command;

  public DecisionScreen(Session session, DatabaseCommand command) {
    this.sentences = sentences(session);
    this.command = command;
  }

  /** The sentences about the work list, in the language of the session. */
  public static Messages sentences(Session session) {
    return session.messages().isChinese()
        ? Messages.chinese("worklist")
        : Messages.english("worklist");
  }

  /** Shows it and returns the exit status. */
  public int show(Decisions.DecisionResult result) {
    if (result instanceof Decisions.Decided decided) {
      command.out().println(sentence(decided.item()));
      return DatabaseCommand.CLEAN;
    }
    command.err().println("sunlit: " + ((Decisions.DecisionRefused) result).why().text(sentences));
    return DatabaseCommand.REFUSED;
  }

  private String sentence(WorkItem item) {
    return sentences.text(
        "decided." + item.status(),
        item.id(),
        item.resolved().map(WorkItem.Resolved::by).orElse(""),
        item.resolved().map(resolved -> sentences.text("resolution." + resolved.as())).orElse(""),
        item.resolved().map(WorkItem.Resolved::why).orElse(""),
        item.approved().map(WorkItem.Approved::by).orElse(""));
  }
}
