package org.sunlitledger.reconcile.worklist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.decision.RecordedText;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.decision.Decider;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.decision.Decisions.DecisionRefused;
import org.sunlitledger.reconcile.decision.SeenItem;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.worklist.RowOutcome.CellFault;
import org.sunlitledger.reconcile.worklist.WorkListFault.WorkListProblem;

/**
 * Resolves what somebody filled into a work list. Each row is a decision of its own; rows that are
 * empty, and those that are refused, change nothing.
 */
@Component
public final class WorkListDecisions {
  /** Rows that may be filled in. */
  private static final int MOST_ROWS = 5_000;

  private static final List<Messages> LANGUAGES =
      List.of(Messages.chinese("worklist"), Messages.english("worklist"));

  private final Decisions decisions;

  WorkListDecisions(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * The result.
   *
   * @param outcomes of the rows that were filled in
   * @param empty how many others there are
   */
  public record WorkListResult(List<RowOutcome> outcomes, int empty) {
    public long done() {
      return outcomes.stream().filter(RowOutcome::isDone).count();
    }

    public long refused() {
      return outcomes.size() - done();
    }
  }

  /** Takes a file row by row. */
  public WorkListResult take(Path file, Decider by) throws WorkListFault, IOException {
    List<WorkListRow> all = WorkListReader.rows(file);
    List<WorkListRow> filledIn = all.stream().filter(row -> !row.isEmpty()).toList();
    if (filledIn.size() > MOST_ROWS) {
      throw new WorkListFault(WorkListProblem.TOO_MANY, String.valueOf(MOST_ROWS));
    }
    Set<String> numbers = new HashSet<>();
    List<RowOutcome> outcomes = new ArrayList<>();
    for (WorkListRow row : filledIn) {
      outcomes.add(outcome(row, numbers.add(row.number()), by));
    }
    return new WorkListResult(outcomes, all.size() - filledIn.size());
  }

  private RowOutcome outcome(WorkListRow row, boolean isFirst, Decider by) {
    Optional<Resolution> as = resolution(row.as());
    Optional<CellFault> fault = fault(row, isFirst, as);
    if (fault.isPresent()) {
      return new RowOutcome(row.row(), row.number(), fault, Optional.empty());
    }
    SeenItem seen = new SeenItem(Long.parseLong(row.number()), Optional.of(row.mark()));
    return new RowOutcome(
        row.row(),
        row.number(),
        Optional.empty(),
        decisions.resolve(seen, as.orElseThrow(), row.why(), by) instanceof DecisionRefused refused
            ? Optional.of(refused.why())
            : Optional.empty());
  }

  private static Optional<CellFault> fault(
      WorkListRow row, boolean isFirst, Optional<Resolution> as) {
    if (!row.number().matches("[1-9][0-9]{0,17}")) {
      return Optional.of(new CellFault("number", row.number(), "number"));
    }
    if (!isFirst) {
      return Optional.of(new CellFault("number", row.number(), "once"));
    }
    if (as.isEmpty()) {
      return Optional.of(new CellFault("as", row.as(), "as"));
    }
    if (RecordedText.WHY.fault(row.why()).isPresent()) {
      return Optional.of(new CellFault("why", row.why(), "why"));
    }
    return row.mark().matches("[0-9a-f]{1,16}-[0-9]{1,18}")
        ? Optional.empty()
        : Optional.of(new CellFault("mark", row.mark(), "mark"));
  }

  /** By its code, or its word in either language. */
  private static Optional<Resolution> resolution(String typed) {
    return Stream.of(Resolution.values())
        .filter(
            as ->
                as.code().equals(typed)
                    || LANGUAGES.stream()
                        .anyMatch(words -> words.text("resolution." + as).equals(typed)))
        .findFirst();
  }
}
