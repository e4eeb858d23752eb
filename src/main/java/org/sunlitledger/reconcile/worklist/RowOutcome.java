package org.sunlitledger.reconcile.worklist;

import java.util.Optional;
import org.sunlitledger.decision.Refusal;

/**
 * What became of a row that was filled in.
 *
 * @param row as a spreadsheet shows it
 * @param number as it is in the row
 * @param fault what is wrong with the row itself
 * @param refusal why the decision was not taken
 */
public record RowOutcome(
    int row, String number, Optional<CellFault> fault, Optional<Refusal> refusal) {
  /**
   * A cell that cannot be used.
   *
   * @param column its key, with words at {@code sheet.KEY} of the bundle {@code worklist}
   * @param found the value; empty for nothing
   * @param expected key of what is expected, with words at {@code sheet.expected.KEY}
   */
  public record CellFault(String column, String found, String expected) {}

  public boolean isDone() {
    return fault.isEmpty() && refusal.isEmpty();
  }
}
