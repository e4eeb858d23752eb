package org.sunlitledger.console.discrepancy;

import java.util.List;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkLine;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkSide;

/**
 * The lines of one side of a discrepancy. Columns that both sides have come first, in the same
 * order on both.
 *
 * @param lines all of them
 * @param fen their amounts together
 * @param rows the first ones
 */
public record SideTable(
    WorkSide side, List<WorkLine> lines, long fen, List<SideColumn> columns, List<SideRow> rows) {
  /**
   * A column.
   *
   * @param title as the register has it
   * @param look the class of its cells: number, time, or empty
   * @param differs whether the other side has something else in it
   */
  public record SideColumn(String title, String look, boolean differs) {}

  /**
   * A line with what was kept of it; no cells where its register is no longer known.
   *
   * @param isReached whether the reader's office reaches the file
   */
  public record SideRow(WorkLine line, boolean isReached, List<String> cells) {}

  public int more() {
    return lines.size() - rows.size();
  }
}
