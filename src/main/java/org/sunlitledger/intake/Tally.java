package org.sunlitledger.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.quantity.Fen;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.MoneyUnit;
import org.sunlitledger.quantity.Parsed;
import org.sunlitledger.register.Field;

/** Lines counted, and what they come to in each column that is added up. */
final class Tally {
  /** Sums of millions of these still fit a long. */
  private static final long LARGEST = 1_000_000_000_000L;

  /**
   * All that one delivery may come to in a column, 一万亿元 or as many of what is counted: more than
   * any county has, and ninety thousand such deliveries still fit a long.
   */
  static final long LARGEST_SUM = 100_000_000_000_000L;

  private final List<Summed> columns;
  private final long[] sums;
  private final boolean[] unreadable;
  private final long[] sizes;
  private long lines;

  /**
   * A column that is added up: amounts in fen, whole numbers as they are.
   *
   * @param cell its position
   */
  record Summed(int cell, Column column) {
    static boolean isAddedUp(Field field) {
      return isMoney(field) || field.type() == Field.Type.INTEGER;
    }

    String name() {
      return column.field().name();
    }

    boolean isMoney() {
      return isMoney(column.field());
    }

    /** What a cell comes to, in its column's unit unless a total's label names another. */
    Optional<Long> value(String cell, Optional<MoneyUnit> unit) {
      if (isMoney()) {
        return Fen.parse(cell, unit.orElse(column.unit())) instanceof Parsed.Value<Long> fen
            ? Optional.of(fen.value())
            : Optional.empty();
      }
      try {
        return Optional.of(Long.parseLong(Glyphs.narrow(cell).replace(",", "")))
            .filter(number -> Math.abs(number) <= LARGEST);
      } catch (NumberFormatException notWhole) {
        return Optional.empty();
      }
    }

    String shown(long sum) {
      return isMoney() ? Fen.yuan(sum).toPlainString() + " 元" : String.valueOf(sum);
    }

    private static boolean isMoney(Field field) {
      return field.type() == Field.Type.MONEY;
    }
  }

  Tally(List<Summed> columns) {
    this.columns = columns;
    this.sums = new long[columns.size()];
    this.unreadable = new boolean[columns.size()];
    this.sizes = new long[columns.size()];
  }

  Tally copy() {
    Tally copy = new Tally(columns);
    copy.lines = lines;
    System.arraycopy(sums, 0, copy.sums, 0, sums.length);
    System.arraycopy(unreadable, 0, copy.unreadable, 0, unreadable.length);
    return copy;
  }

  void clear() {
    lines = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(unreadable, false);
    Arrays.fill(sizes, 0);
  }

  /**
   * Adds a line.
   *
   * @param values of the columns, in their order; blanks are left out
   */
  void add(long[] values, boolean[] broken) {
    lines++;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
      sizes[i] += Math.abs(values[i]);
      unreadable[i] |= broken[i];
    }
  }

  /** The first column that comes to more than can be, whatever is negative in it. */
  Optional<Summed> tooLarge() {
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > LARGEST_SUM) {
        return Optional.of(columns.get(i));
      }
    }
    return Optional.empty();
  }

  long lines() {
    return lines;
  }

  long sum(int column) {
    return sums[column];
  }

  /** Whether a cell above could not be read: the sum waits for it to be mended. */
  boolean isOpen(int column) {
    return unreadable[column];
  }

  /** All that the lines come to, for a message: 3 行，600.50 元. */
  String shown() {
    StringBuilder shown = new StringBuilder(lines + " 行");
    for (int i = 0; i < sums.length; i++) {
      if (columns.get(i).isMoney()) {
        shown.append('，').append(columns.get(i).shown(sums[i]));
      }
    }
    return shown.toString();
  }
}
