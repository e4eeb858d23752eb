package org.sunlitledger.reconcile.statement;

import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkLine;
import org.sunlitledger.reconcile.discrepancy.WorkItem.WorkSide;

/** The first lines of a side of a discrepancy in one cell. */
public final class SideCell {
  /** Lines that are named of each side. */
  private static final int NAMED = 5;

  private SideCell() {}

  /**
   * A line of text for each.
   *
   * @param isCount whether the amounts of the kind are counts, which lines do not have
   * @param words with {@code lines.more}
   */
  public static String text(WorkItem item, WorkSide side, boolean isCount, Messages words) {
    List<WorkLine> all = item.of(side);
    List<String> texts = new ArrayList<>();
    for (WorkLine line : all.subList(0, Math.min(NAMED, all.size()))) {
      String place = line.file() + ":" + line.line();
      texts.add(
          isCount ? place : place + "  " + StatementSheet.yuan(line.amount()).toPlainString());
    }
    if (all.size() > NAMED) {
      texts.add(words.text("lines.more", all.size() - NAMED));
    }
    return String.join("\n", texts);
  }
}
