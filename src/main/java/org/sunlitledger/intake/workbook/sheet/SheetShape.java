package org.sunlitledger.intake.workbook.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/**
 * What is known of a sheet only once all of it has been read: merged cells, and what is printed
 * beside the pages, are listed behind the rows. Rows count from 1 and columns from 0.
 */
public final class SheetShape {
  private static final int MAX_REMARKS = 100_000;

  private final List<MergedRange> merged = new ArrayList<>();
  private final List<SheetRemark> remarks = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();
  private final BitSet hiddenColumns = new BitSet();
  private final MergedBound bound;

  public SheetShape(MergedBound bound) {
    this.bound = bound;
  }

  /** Cells over several rows that are one. */
  record MergedRange(int firstRow, int lastRow, int column, String name) {}

  /** Takes note of merged cells; those in one row are left alone, as titles are. */
  public void merge(int firstRow, int lastRow, int column, String name) throws FileFault {
    if (lastRow <= firstRow) {
      return;
    }
    bound.add(lastRow - firstRow + 1);
    merged.add(new MergedRange(firstRow, lastRow, column, name));
  }

  /** Takes note of a text in no cell, if it may matter. */
  public void remark(SheetRemark remark) throws FileFault {
    if (SheetRemark.mayMatter(remark.text())) {
      remarks.add(remark);
      if (remarks.size() > MAX_REMARKS) {
        throw WorkbookFaults.hostile("comment > " + MAX_REMARKS, "≤ " + MAX_REMARKS);
      }
    }
  }

  /** Takes note of a row that is hidden and has values. */
  public void hideRow(int row) {
    hiddenRows.set(row);
  }

  public void hideColumns(int first, int last) {
    hiddenColumns.set(first, last + 1);
  }

  public List<SheetRemark> remarks() {
    return remarks;
  }

  public List<MergedRange> merged() {
    return merged;
  }

  /** Without anything, for a sheet of which nothing was noted. */
  public static SheetShape plain() {
    return new SheetShape(new MergedBound());
  }

  public BitSet hiddenRows() {
    return hiddenRows;
  }

  public BitSet hiddenColumns() {
    return hiddenColumns;
  }
}
