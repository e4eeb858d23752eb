package org.sunlitledger.intake;

import java.util.Arrays;

/** Lines counted, and the sum of each field that is added up. */
final class Tally {
  private final SummedColumns columns;
  private final long[] sums;
  private final boolean[] unreadable;
  private long lines;

  Tally(SummedColumns columns) {
    this.columns = columns;
    this.sums = new long[columns.count()];
    this.unreadable = new boolean[columns.count()];
  }

  void clear() {
    lines = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(unreadable, false);
  }

  Tally copy() {
    Tally copy = new Tally(columns);
    copy.set(this);
    return copy;
  }

  /** Takes over what another one has counted. */
  void set(Tally other) {
    lines = other.lines;
    System.arraycopy(other.sums, 0, sums, 0, sums.length);
    System.arraycopy(other.unreadable, 0, unreadable, 0, unreadable.length);
  }

  /**
   * Adds a line.
   *
   * @param values of the fields, in their order; blanks are left out
   */
  void add(long[] values, boolean[] broken) {
    lines++;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
      unreadable[i] |= broken[i];
    }
  }

  long lines() {
    return lines;
  }

  long sum(int field) {
    return sums[field];
  }

  /** Whether a cell above could not be read: the sum waits for it to be corrected. */
  boolean isOpen(int field) {
    return unreadable[field];
  }

  /** The result of all lines, for a message: 3 行，600.50 元. */
  String shown() {
    StringBuilder shown = new StringBuilder(lines + " 行");
    for (int i = 0; i < sums.length; i++) {
      if (columns.isMoney(i) && columns.cell(i) >= 0) {
        shown.append('，').append(columns.shown(i, sums[i]));
      }
    }
    return shown.toString();
  }
}
