package org.sunlitledger.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is known of a sheet only once all of it has been read: merged cells, and what is printed
 * beside the pages, are listed behind the rows. Rows count from 1 and columns from 0.
 */
final class SheetShape {
  private static final int MOST_REMARKS = 100_000;

  private final List<Range> merged = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();
  private final BitSet hiddenColumns = new BitSet();
  private final MergedBound bound;

  SheetShape(MergedBound bound) {
    this.bound = bound;
  }

  /** Cells over several rows that are one. */
  record Range(int firstRow, int lastRow, int column, String name) {}

  /** Takes note of merged cells; those in one row are left alone, as titles are. */
  void merge(int firstRow, int lastRow, int column, String name) throws FileFault {
    if (lastRow <= firstRow) {
      return;
    }
    bound.add(lastRow - firstRow + 1);
    merged.add(new Range(firstRow, lastRow, column, name));
  }

  /** Takes note of a text in no cell, if it may matter. */
  void remark(Remark remark) throws FileFault {
    if (Remark.mayMatter(remark.text())) {
      remarks.add(remark);
      if (remarks.size() > MOST_REMARKS) {
        throw WorkbookFaults.hostile("comment > " + MOST_REMARKS, "≤ " + MOST_REMARKS);
      }
    }
  }

  /** Takes note of a row that is hidden and has values. */
  void hideRow(int row) {
    hiddenRows.set(row);
  }

  void hideColumns(int first, int last) {
    hiddenColumns.set(first, last + 1);
  }

  List<Remark> remarks() {
    return remarks;
  }

  List<Range> merged() {
    return merged;
  }

  /** Without anything, for a sheet of which nothing was noted. */
  static SheetShape plain() {
    return new SheetShape(new MergedBound());
  }

  BitSet hiddenRows() {
    return hiddenRows;
  }

  BitSet hiddenColumns() {
    return hiddenColumns;
  }
}
