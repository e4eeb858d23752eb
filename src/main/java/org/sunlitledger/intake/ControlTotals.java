package org.sunlitledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.intake.Tally.Summed;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.IdNumber;
import org.sunlitledger.quantity.MoneyUnit;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.HeaderText;

/**
 * The sub-totals and totals of a sheet: never records, and held against the lines above them in
 * amounts, whole numbers and count. Nothing is tolerated: one fen refuses the delivery, and so does
 * what cannot be understood. A cell that is blank says nothing.
 */
final class ControlTotals {
  /** A label stands at the front: behind a number and a township, at most. */
  private static final int FIRST = 3;

  /** In any column this is a number of lines. */
  private static final Pattern LINES = Pattern.compile("共?\\d+[笔条项行]");

  private final Header header;
  private final RecordSigns signs;
  private final List<Summed> columns = new ArrayList<>();
  private final Tally all;
  private final Tally sinceTotal;
  private final Tally sinceGrandTotal;
  private final VisibleLines visible = new VisibleLines();

  /** A total with its label. */
  private record Total(Line line, int at, TotalLabel label) {}

  ControlTotals(Header header) {
    this.header = header;
    this.signs = new RecordSigns(header);
    for (int i = 0; i < header.columns().size(); i++) {
      Optional<Column> column = header.columns().get(i);
      if (column.isPresent() && Summed.isAddedUp(column.get().field())) {
        columns.add(new Summed(i, column.get()));
      }
    }
    this.all = new Tally(columns);
    this.sinceTotal = new Tally(columns);
    this.sinceGrandTotal = new Tally(columns);
  }

  /**
   * Adds a record.
   *
   * @throws FileFault when a column comes to more than can be
   */
  void add(Line record) throws FileFault {
    long[] values = new long[columns.size()];
    boolean[] broken = new boolean[columns.size()];
    for (int i = 0; i < values.length; i++) {
      String cell = cell(record, columns.get(i).cell());
      if (!Glyphs.isBlank(cell)) {
        Optional<Long> value = columns.get(i).value(cell, Optional.empty());
        values[i] = value.orElse(0L);
        broken[i] = value.isEmpty();
      }
    }
    if (record.sight().hidden() || visible.areSome()) {
      visible.add(record, values, broken, List.of(all, sinceTotal, sinceGrandTotal));
    }
    all.add(values, broken);
    sinceTotal.add(values, broken);
    sinceGrandTotal.add(values, broken);
    Optional<Summed> tooLarge = all.tooLarge();
    if (tooLarge.isPresent()) {
      Summed column = tooLarge.get();
      throw new FileFault(
          new ShapeFinding(
              ShapeRule.FILE_SUM_TOO_LARGE,
              column.name(),
              "> " + column.shown(Tally.LARGEST_SUM),
              "≤ " + column.shown(Tally.LARGEST_SUM)),
          record.number());
    }
  }

  /**
   * Whether a line is a total. One that agrees is done with.
   *
   * @throws FileFault when it does not agree, or cannot be understood
   */
  boolean isTotal(Line line) throws FileFault {
    Optional<Total> total = total(line);
    if (total.isEmpty()) {
      return false;
    }
    verify(total.get());
    sinceTotal.clear();
    visible.clear(1);
    if (total.get().label().reach() != TotalLabel.Reach.SINCE_LAST_TOTAL) {
      sinceGrandTotal.clear();
      visible.clear(2);
    }
    return true;
  }

  private Optional<Total> total(Line line) {
    int seen = 0;
    for (int i = 0; i < line.cells().size() && seen < FIRST; i++) {
      String cell = line.cells().get(i);
      if (!Glyphs.isBlank(cell)) {
        Optional<TotalLabel> label = TotalLabel.of(cell, line.cells().subList(0, i));
        if (label.isPresent()) {
          return signs.outweigh(line.cells(), i)
              ? Optional.empty()
              : Optional.of(new Total(line, i, label.get()));
        }
        seen++;
      }
    }
    return Optional.empty();
  }

  private void verify(Total total) throws FileFault {
    Optional<FileFault> fault = difference(total, all, sinceTotal, sinceGrandTotal);
    if (fault.isPresent()) {
      boolean fitsVisible =
          visible.areSome()
              && difference(total, visible.tally(0), visible.tally(1), visible.tally(2)).isEmpty();
      throw fitsVisible ? visible.named(fault.get()) : fault.get();
    }
  }

  private Optional<FileFault> difference(
      Total total, Tally whole, Tally sinceLast, Tally sinceLastGrand) {
    return switch (total.label().reach()) {
      case SINCE_LAST_TOTAL -> difference(total, sinceLast);
      case ALL -> difference(total, whole);
      case SINCE_LAST_GRAND_TOTAL_OR_ALL ->
          difference(total, sinceLastGrand).isEmpty() ? Optional.empty() : difference(total, whole);
    };
  }

  /** The first thing on a total that is not as the lines are. */
  private Optional<FileFault> difference(Total total, Tally lines) {
    Optional<FileFault> fault = ofLabel(total, lines);
    for (int i = 0; i < total.line().cells().size() && fault.isEmpty(); i++) {
      String cell = total.line().cells().get(i);
      if (i != total.at() && !Glyphs.isBlank(cell)) {
        fault =
            LINES.matcher(HeaderText.normal(cell)).matches()
                ? ofCount(total, i, cell, lines)
                : ofCell(total, i, cell, lines);
      }
    }
    return fault;
  }

  private Optional<FileFault> ofCell(Total total, int at, String cell, Tally lines) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).cell() == at) {
        return ofSum(total, i, cell, lines);
      }
    }
    Optional<Field> field = field(at);
    // a rate's total is a mean, and what a column means that is not read is not known
    return field.isEmpty() || field.get().type() == Field.Type.DECIMAL
        ? Optional.empty()
        : ofCount(total, at, cell, lines);
  }

  private Optional<FileFault> ofLabel(Total total, Tally lines) {
    TotalNumbers told = total.label().numbers();
    String label = total.line().cells().get(total.at());
    Optional<Integer> main = main();
    boolean hasDigits =
        main.isPresent() && !Glyphs.isBlank(cell(total.line(), columns.get(main.get()).cell()));
    boolean isUnclear =
        (unit(total).isEmpty() && total.label().unit().isPresent())
            || (told.inWords() && !hasDigits)
            || (!told.amounts().isEmpty() && main.isEmpty());
    if (isUnclear || !told.countAgrees(lines.lines())) {
      return Optional.of(fault(total, "", label, lines.shown()));
    }
    for (String amount : told.amounts()) {
      Optional<FileFault> fault = ofSum(total, main.orElseThrow(), amount, lines);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** Beside its label and the columns that are added up, a total has no number but of lines. */
  private Optional<FileFault> ofCount(Total total, int at, String cell, Tally lines) {
    Optional<TotalNumbers> told = TotalNumbers.of(cell);
    boolean agrees =
        told.isEmpty() || (told.get().amounts().isEmpty() && told.get().countAgrees(lines.lines()));
    return agrees
        ? Optional.empty()
        : Optional.of(
            fault(total, field(at).map(Field::name).orElse(""), masked(at, cell), lines.shown()));
  }

  /** A total above which a cell cannot be read is left to whoever mends that line. */
  private Optional<FileFault> ofSum(Total total, int column, String cell, Tally lines) {
    Summed summed = columns.get(column);
    if (lines.isOpen(column)) {
      return Optional.empty();
    }
    long sum = lines.sum(column);
    Optional<Long> told = summed.value(summed.isMoney() ? cell : withoutUnit(cell), unit(total));
    if (told.isEmpty()) {
      return Optional.of(fault(total, summed.name(), cell, summed.shown(sum)));
    }
    long more = told.get() - sum;
    return more == 0
        ? Optional.empty()
        : Optional.of(
            fault(
                total,
                summed.name(),
                summed.shown(told.get()),
                "%s（%s）".formatted(summed.shown(sum), (more > 0 ? "+" : "") + summed.shown(more))));
  }

  /** 9人 under 家庭人口 is a 9. */
  private static String withoutUnit(String cell) {
    return TotalNumbers.of(cell)
        .map(TotalNumbers::counts)
        .filter(counts -> counts.size() == 1)
        .map(counts -> counts.get(0))
        .orElse(cell);
  }

  private static Optional<MoneyUnit> unit(Total total) {
    return total.label().unit().flatMap(MoneyUnit::of);
  }

  /** The column whose sum an amount in a label is. */
  private Optional<Integer> main() {
    Optional<String> amount = header.register().amount();
    for (int i = 0; i < columns.size(); i++) {
      if (amount.isPresent() && columns.get(i).name().equals(amount.get())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Optional<Field> field(int at) {
    return header.column(at).map(Column::field);
  }

  private String masked(int at, String cell) {
    boolean isPersonal = field(at).map(Field::type).filter(Field.Type::isPersonal).isPresent();
    return isPersonal ? IdNumber.masked(cell) : cell;
  }

  private static FileFault fault(Total total, String field, String found, String expected) {
    return new FileFault(
        new ShapeFinding(ShapeRule.FILE_TOTAL, field, found.strip(), expected),
        total.line().number());
  }

  private static String cell(Line line, int at) {
    return at < line.cells().size() ? line.cells().get(at) : "";
  }
}
