package org.sunlitledger.intake.workbook.sheet;

import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/** Limits the number and size of merged cells in all sheets of a workbook together. */
public final class MergedBound {
  private static final int MAX_RANGES = 500_000;
  private static final long MAX_ROWS = 50_000_000;

  private int ranges;
  private long rows;

  void add(int more) throws FileFault {
    ranges++;
    rows += more;
    if (ranges > MAX_RANGES || rows > MAX_ROWS) {
      throw WorkbookFaults.hostile("mergeCell > " + ranges, "≤ " + MAX_RANGES);
    }
  }
}
