package org.sunlitledger.intake.layout.total;

import java.util.Arrays;
import java.util.OptionalInt;
import org.sunlitledger.intake.layout.column.SummedColumns;

/** The number of lines, and the sum of each field that is added up. */
final class Tally {
  /**
   * The largest sum of a column in one delivery, 一万亿元 or the same number of other units. It is more
   * than any county has. The sum of ninety thousand such deliveries fits a long.
   */
  static final long LARGEST_SUM = 100_000_000_000_000L;

  private final SummedColumns columns;
  private final long[] sums;
  private final boolean[] unreadable;
  private final long[] sizes;
  private long lines;

  Tally(SummedColumns columns) {
    this.columns = columns;
    this.sums = new long[columns.count()];
    this.unreadable = new boolean[columns.count()];
    this.sizes = new long[columns.count()];
  }

  void clear() {
    lines = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(unreadable, false);
    Arrays.fill(sizes, 0);
  }

  Tally copy() {
    Tally copy = new Tally(columns);
    copy.set(this);
    return copy;
  }

  /** Copies the counts of another tally. */
  void set(Tally other) {
    lines = other.lines;
    System.arraycopy(other.sums, 0, sums, 0, sums.length);
    System.arraycopy(other.unreadable, 0, unreadable, 0, unreadable.length);
    System.arraycopy(other.sizes, 0, sizes, 0, sizes.length);
  }

  /**
   * Adds a line.
   *
   * @param values of the fields, in their order; blanks are omitted
   */
  void add(long[] values, boolean[] broken) {
    lines++;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
      sizes[i] += Math.abs(values[i]);
      unreadable[i] |= broken[i];
    }
  }

  /** The first field whose sum exceeds the limit, regardless of negative values. */
  OptionalInt tooLarge() {
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > LARGEST_SUM) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  long lines() {
    return lines;
  }

  long sum(int field) {
    return sums[field];
  }

  /** Whether a cell above could not be read. The sum then waits for its correction. */
  boolean isOpen(int field) {
    return unreadable[field];
  }

  /** The counts and sums for a message: 3 行，600.50 元. */
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
