package org.sunlitledger.intake.workbook.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/**
 * Properties of a sheet that are known only after it is read completely: merged cells, and texts
 * beside the pages, follow the rows in the file. Rows count from 1 and columns from 0.
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

  /** Merged cells over several rows. */
  record MergedRange(int firstRow, int lastRow, int column, String name) {}

  /** Adds merged cells. Cells merged within one row, such as titles, are ignored. */
  public void merge(int firstRow, int lastRow, int column, String name) throws FileFault {
    if (lastRow <= firstRow) {
      return;
    }
    bound.add(lastRow - firstRow + 1);
    merged.add(new MergedRange(firstRow, lastRow, column, name));
  }

  /** Adds a text outside the cells, if it may matter. */
  public void remark(SheetRemark remark) throws FileFault {
    if (SheetRemark.mayMatter(remark.text())) {
      remarks.add(remark);
      if (remarks.size() > MAX_REMARKS) {
        throw WorkbookFaults.hostile("comment > " + MAX_REMARKS, "≤ " + MAX_REMARKS);
      }
    }
  }

  /** Adds a hidden row with values. */
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

  /** A sheet without such properties. */
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
