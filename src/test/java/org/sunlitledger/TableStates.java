package org.sunlitledger;

import java.util.List;
import java.util.Optional;

/**
 * The states that the rows of a table pass through.
 *
 * @param column the column that holds the state; empty where it follows from several columns
 */
record TableStates(
    String table, Optional<String> column, String introduction, List<Transition> transitions) {
  /** The state before a row exists, and after it is deleted. */
  static final String NOTHING = "[*]";

  /**
   * A change of state.
   *
   * @param by simple name of the class that makes it
   */
  record Transition(String from, String to, String when, String by) {}

  static List<TableStates> all() {
    return List.of(delivery(), discrepancy(), openItem(), yearClose());
  }

  private static TableStates delivery() {
    return new TableStates(
        "delivery",
        Optional.of("status"),
        """
        `received`: known, not begun. `loading`: some lines are read. `loaded`: all lines are read.
        `offered`: read as a part of a ledger that is not complete yet. `live`: it counts.
        `refused`: rejected as a whole. `superseded`: replaced by another file.
        `held`: read, but its year is closed.""",
        List.of(
            new Transition(
                NOTHING, "received", "a file or a sheet of it is entered", "NewDeliveries"),
            new Transition(NOTHING, "refused", "it cannot be read as a whole", "NewDeliveries"),
            new Transition("received", "loading", "its first lines commit", "Deliveries"),
            new Transition("loading", "loaded", "all lines are read", "Deliveries"),
            new Transition("received", "loaded", "it has a header and no lines", "Deliveries"),
            new Transition(
                "loading", "held", "all lines are read, and its year is closed", "Deliveries"),
            new Transition(
                "received", "refused", "the fault is among its first lines", "Deliveries"),
            new Transition(
                "loading", "refused", "the file is broken, or a total is wrong", "Deliveries"),
            new Transition(
                "received", NOTHING, "its file changed, or another ledger is named", "Deliveries"),
            new Transition(
                "loading", NOTHING, "its file changed, or another ledger is named", "Deliveries"),
            new Transition(
                "loaded", "refused", "its keys leave open what it corrects", "Deliveries"),
            new Transition("loaded", "live", "the books are settled", "Settlement"),
            new Transition(
                "loaded",
                "superseded",
                "another file loaded the same night corrects it",
                "Settlement"),
            new Transition(
                "live", "superseded", "a file that corrects it is settled", "Settlement"),
            new Transition("loaded", "offered", "it was named with `--ledger`", "NamedWholes"),
            new Transition("offered", "live", "the named ledger is complete", "NamedWholes"),
            new Transition(
                "live", "superseded", "another ledger of the year is complete", "NamedWholes"),
            new Transition("loaded", "superseded", "another ledger is named", "NamedFiles"),
            new Transition("offered", "superseded", "another ledger is named", "NamedFiles"),
            new Transition("refused", "superseded", "another ledger is named", "NamedFiles"),
            new Transition("offered", "loaded", "the same ledger is named again", "NamedFiles"),
            new Transition("superseded", "loaded", "the same ledger is named again", "NamedFiles"),
            new Transition(
                "refused",
                "superseded",
                "a corrected file of its name is entered",
                "NewDeliveries"),
            new Transition(
                "refused", "superseded", "somebody decides what the file is", "Acceptance"),
            new Transition(
                "refused", "received", "the same file is entered again", "NewDeliveries"),
            new Transition(
                "superseded",
                "received",
                "the same file is entered again, and no line of it was read before",
                "NewDeliveries"),
            new Transition("held", "loaded", "the year is reopened", "YearCloseTable")));
  }

  private static TableStates discrepancy() {
    return new TableStates(
        "discrepancy",
        Optional.of("status"),
        "One person resolves, another approves.",
        List.of(
            new Transition(NOTHING, "open", "the reconciliation finds it", "WorkList"),
            new Transition("open", "resolved", "`./sunlit resolve`", "Decisions"),
            new Transition(
                "resolved", "approved", "`./sunlit approve`, another person", "Decisions"),
            new Transition("resolved", "open", "`./sunlit send-back`", "Decisions"),
            new Transition("approved", "open", "`./sunlit send-back`", "Decisions"),
            new Transition("resolved", "open", "its lines or amounts have changed", "WorkList"),
            new Transition("approved", "open", "its lines or amounts have changed", "WorkList"),
            new Transition("open", "gone", "a later reconciliation does not find it", "WorkList"),
            new Transition(
                "resolved", "gone", "a later reconciliation does not find it", "WorkList"),
            new Transition(
                "approved", "gone", "a later reconciliation does not find it", "WorkList"),
            new Transition("gone", "open", "it is found again", "WorkList")));
  }

  private static TableStates openItem() {
    return new TableStates(
        "open_item",
        Optional.empty(),
        """
        The state follows from `set_aside_by` and `approved_by`. A row is never deleted; an item
        that is corrected only disappears from the view `open_thing`.""",
        List.of(
            new Transition(NOTHING, "open", "the view `open_thing` shows it", "OpenItems"),
            new Transition(
                NOTHING,
                "set_aside",
                "the same column of an earlier delivery was set aside",
                "OpenItems"),
            new Transition(NOTHING, "approved", "and that was approved as well", "OpenItems"),
            new Transition("open", "set_aside", "`./sunlit set-aside`", "OpenDecisions"),
            new Transition(
                "set_aside", "approved", "`./sunlit approve`, another person", "OpenDecisions"),
            new Transition("set_aside", "open", "`./sunlit set-aside --undo`", "OpenDecisions"),
            new Transition("approved", "open", "`./sunlit set-aside --undo`", "OpenDecisions")));
  }

  private static TableStates yearClose() {
    return new TableStates(
        "year_close",
        Optional.empty(),
        "The state follows from `reopened_at`. A later close of the year is another row.",
        List.of(
            new Transition(NOTHING, "in_force", "`./sunlit year-end --close`", "YearCloseTable"),
            new Transition("in_force", "reopened", "`./sunlit reopen`", "YearCloseTable")));
  }
}
