package org.sunlitledger.intake.layout.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sunlitledger.intake.layout.column.SummedColumns;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.money.WrittenAmount;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.HeaderText;

/**
 * Compares a total with the lines that it may cover. Reports the differences and the numbers that
 * cannot be compared.
 */
final class TotalCheck {
  /** In any column this is a number of lines. */
  private static final Pattern LINES = Pattern.compile("共?\\d+[笔条项行]");

  private static final Pattern NUMBER =
      Pattern.compile("[¥￥]?[-+]?[0-9][0-9,]*(?:[.][0-9]+)? ?[万亿]?元?");

  private final TotalLine total;
  private final Header header;
  private final SummedColumns columns;
  private final Tally lines;
  private final List<ShapeFinding> unchecked = new ArrayList<>();
  private final List<Integer> strays = new ArrayList<>();
  private final Optional<FileFault> fault;
  private boolean hasAmount;
  private boolean hasCount;

  TotalCheck(TotalLine total, Header header, SummedColumns columns, Tally lines) {
    this.total = total;
    this.header = header;
    this.columns = columns;
    this.lines = lines;
    this.fault = difference();
  }

  /** The first difference between the total and the lines. */
  Optional<FileFault> fault() {
    return fault;
  }

  /** The numbers of the total that could not be compared. */
  List<ShapeFinding> unchecked() {
    return unchecked;
  }

  private Optional<FileFault> difference() {
    Optional<FileFault> first = labelFault();
    for (int i = 0; i < total.line().cells().size() && first.isEmpty(); i++) {
      String cell = total.line().cells().get(i);
      if (i != total.at() && !Glyphs.isNone(cell)) {
        first = cellFault(i, cell);
      }
    }
    if (first.isEmpty()) {
      reportStrays();
    }
    return first;
  }

  /**
   * Reports numbers outside the columns of the header. If no summed column has a number, the amount
   * may be shifted, and every other number is reported. A number in another column is the sum of
   * unread values and is ignored. A total without any number is reported, because it compares
   * nothing.
   */
  private void reportStrays() {
    boolean isShifted = !hasAmount && columns.hasMoney();
    for (int at : strays) {
      if (isShifted || at >= header.columns().size()) {
        remainsUnchecked(isShifted ? main() : Optional.empty(), total.line().cells().get(at));
      }
    }
    if (!hasAmount && !hasCount && unchecked.isEmpty()) {
      String label = Glyphs.strip(total.line().cells().get(total.at()));
      unchecked.add(new ShapeFinding(ShapeRule.FILE_TOTAL_BLANK, "", label, lines.shown()));
    }
  }

  private Optional<FileFault> labelFault() {
    TotalNumbers numbers = total.label().numbers();
    String label = total.line().cells().get(total.at());
    Optional<Integer> main = main();
    boolean isUnclear =
        (unit().isEmpty() && total.label().unit().isPresent())
            || (!numbers.amounts().isEmpty() && main.isEmpty());
    if (isUnclear || !numbers.countAgrees(lines.lines())) {
      return Optional.of(fault("", label, lines.shown()));
    }
    hasCount |= !numbers.counts().isEmpty();
    if (!total.label().isClear()) {
      remainsUnchecked(main, label);
    }
    for (String amount : numbers.amounts()) {
      Optional<FileFault> differs = sumFault(main.orElseThrow(), amount);
      if (differs.isPresent()) {
        return differs;
      }
    }
    return wordsFault(main, numbers, label);
  }

  private Optional<FileFault> cellFault(int at, String cell) {
    Optional<TotalNumbers> numbers = TotalNumbers.parse(cell);
    int summed = columns.at(at);
    if (numbers.isPresent() && !numbers.get().words().isEmpty()) {
      return wordsFault(summed >= 0 ? Optional.of(summed) : main(), numbers.get(), cell);
    }
    if (LINES.matcher(HeaderText.normal(cell)).matches()) {
      return countFault(at, cell, numbers);
    }
    if (summed >= 0) {
      return sumFault(summed, cell);
    }
    Optional<Field> field = field(at);
    if (field.isPresent() && header.register().isBalance(field.get())) {
      return Optional.empty();
    }
    // a rate's total is a mean, and the meaning of an unread column is not known
    if (field.isPresent() && field.get().type() != Field.FieldType.DECIMAL) {
      return countFault(at, cell, numbers);
    }
    boolean isCount = numbers.filter(this::isOfLines).isPresent();
    hasCount |= isCount;
    if (!isCount && isNumber(cell)) {
      strays.add(at);
    }
    return Optional.empty();
  }

  private boolean isOfLines(TotalNumbers numbers) {
    return numbers.amounts().isEmpty()
        && !numbers.counts().isEmpty()
        && numbers.countAgrees(lines.lines());
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(Glyphs.narrow(cell)).matches();
  }

  /**
   * Compares the number of lines, the only other number of a total besides its label and the summed
   * columns.
   */
  private Optional<FileFault> countFault(int at, String cell, Optional<TotalNumbers> numbers) {
    hasCount |= numbers.isPresent();
    boolean agrees =
        numbers.isEmpty()
            || (numbers.get().amounts().isEmpty() && numbers.get().countAgrees(lines.lines()));
    return agrees
        ? Optional.empty()
        : Optional.of(
            fault(field(at).map(Field::name).orElse(""), masked(at, cell), lines.shown()));
  }

  /** Compares amounts in words, which name their unit themselves. */
  private Optional<FileFault> wordsFault(
      Optional<Integer> column, TotalNumbers numbers, String cell) {
    for (String words : numbers.words()) {
      hasAmount = true;
      Optional<Long> written = WrittenAmount.parse(words);
      if (column.isEmpty() || written.isEmpty() || !columns.isMoney(column.get())) {
        remainsUnchecked(column, cell);
      } else if (lines.isOpen(column.get())) {
        remainsUnchecked(column, cell);
      } else if (written.get() != lines.sum(column.get())) {
        int differs = column.get();
        return Optional.of(
            fault(columns.name(differs), cell, columns.shown(differs, lines.sum(differs))));
      }
    }
    return Optional.empty();
  }

  /**
   * Compares a sum. If a cell above cannot be read, the total waits for the correction of that
   * line.
   */
  private Optional<FileFault> sumFault(int column, String cell) {
    long sum = lines.sum(column);
    hasAmount |= columns.isMoney(column);
    hasCount |= !columns.isMoney(column);
    if (lines.isOpen(column)) {
      remainsUnchecked(Optional.of(column), cell);
      return Optional.empty();
    }
    String amount = columns.isMoney(column) ? cell : withoutUnit(cell);
    Optional<Long> read = columns.value(column, amount, unit());
    if (read.isEmpty()) {
      return Optional.of(fault(columns.name(column), cell, columns.shown(column, sum)));
    }
    long more = read.get() - sum;
    return more == 0
        ? Optional.empty()
        : Optional.of(
            fault(
                columns.name(column),
                columns.shown(column, read.get()),
                "%s（%s）"
                    .formatted(
                        columns.shown(column, sum),
                        (more > 0 ? "+" : "") + columns.shown(column, more))));
  }

  private void remainsUnchecked(Optional<Integer> column, String cell) {
    unchecked.add(
        new ShapeFinding(
            ShapeRule.FILE_TOTAL_UNCHECKED,
            column.map(columns::name).orElse(""),
            Glyphs.strip(cell),
            column.map(at -> columns.shown(at, lines.sum(at))).orElseGet(lines::shown)));
  }

  /** 9人 under 家庭人口 is 9. */
  private static String withoutUnit(String cell) {
    return TotalNumbers.parse(cell)
        .map(TotalNumbers::counts)
        .filter(counts -> counts.size() == 1)
        .map(counts -> counts.get(0))
        .orElse(cell);
  }

  private Optional<MoneyUnit> unit() {
    return total.label().unit().flatMap(MoneyUnit::find);
  }

  /** The field whose sum is the amount in a label. */
  private Optional<Integer> main() {
    return header.register().amount().flatMap(columns::named);
  }

  private Optional<Field> field(int at) {
    return header.column(at).map(HeaderColumn::field);
  }

  private String masked(int at, String cell) {
    boolean isPersonal = field(at).map(Field::type).filter(Field.FieldType::isPersonal).isPresent();
    return isPersonal ? IdNumber.masked(cell) : cell;
  }

  private FileFault fault(String field, String found, String expected) {
    return new FileFault(
        new ShapeFinding(ShapeRule.FILE_TOTAL, field, found.strip(), expected),
        total.line().number());
  }
}
