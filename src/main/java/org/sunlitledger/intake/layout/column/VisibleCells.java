package org.sunlitledger.intake.layout.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.LineAppearance;
import org.sunlitledger.intake.line.LineAppearance.Merged;
import org.sunlitledger.intake.line.LineAppearance.Shown;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.register.Field;

/**
 * Gives a line of a sheet the values that a person sees: each line of a merged cell gets its value,
 * and a key gets the zeros and letters that its format adds. Amounts keep their exact value.
 */
public final class VisibleCells {
  private final Header header;

  private static final Pattern UNIT = Pattern.compile("[元圆分万亿]");

  /** Digits, units of money, and whole words and signs that do not change a value. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "人民币|RMB|CNY|[元圆分万亿整负]|[0-9.,%+\\-−–—()（）:：¥￥]|[\\p{Z}\\s]", Pattern.CASE_INSENSITIVE);

  /**
   * A number with words around it. Units and currencies that were read with a number are checked
   * with it.
   */
  private static final Pattern NUMBER = Pattern.compile("[-−]?[0-9][0-9.,]*");

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{0,3}[$€£￡]");

  private final int headerLine;

  /**
   * @param headerLine number of the last line of the header; cells merged from this line or above
   *     belong to titles
   */
  public VisibleCells(Header header, int headerLine) {
    this.header = header;
    this.headerLine = headerLine;
  }

  /**
   * Compares the amounts of a line with what is visible.
   *
   * @throws FileFault when a number differs from the visible one
   */
  public void verify(SourceLine line) throws FileFault {
    if (!line.appearance().hasCells()) {
      return;
    }
    for (Map.Entry<Integer, Shown> cell : line.appearance().shown().entrySet()) {
      Optional<Field> field = field(cell.getKey());
      boolean isOther = cell.getValue().kind() == Shown.ShownKind.OTHER;
      boolean isUnclear =
          isOther
              && field.isPresent()
              && (isNumber(field.get()) || cell.getValue().text().isBlank());
      if (isUnclear || isUnclearAmount(line, cell.getKey(), cell.getValue())) {
        String text = cell.getValue().text();
        String seen = text.isBlank() ? "\"\"" : PersonalText.words(text);
        String number = cell.getValue().number();
        String kept =
            number.isEmpty() ? PersonalText.cell(line.cells().get(cell.getKey())) : number;
        throw new FileFault(
            new ShapeFinding(ShapeRule.FILE_FORMAT, field.get().name(), seen, kept), line.number());
      }
    }
  }

  /**
   * Whether an amount is shown with a word that is not a unit of money, or is shown scaled down in
   * a column of 元. It is then unclear which of the two numbers is meant.
   */
  private boolean isUnclearAmount(SourceLine line, int at, Shown shown) {
    Optional<Header.HeaderColumn> column =
        header.column(at).filter(found -> found.field().type() == Field.FieldType.MONEY);
    if (column.isEmpty() || shown.kind() == Shown.ShownKind.DATE) {
      return false;
    }
    boolean hasUnit = UNIT.matcher(shown.text()).find();
    boolean isOfYuan = column.get().unit() == MoneyUnit.YUAN;
    return hasWord(shown.text(), line.cells().get(at))
        || (shown.kind() == Shown.ShownKind.SCALED && isOfYuan && !hasUnit);
  }

  private static boolean hasWord(String shown, String read) {
    String rest = shown;
    for (String word : NUMBER.split(read, -1)) {
      String unit = word.strip();
      boolean isUnit = UnitText.isWord(unit) || CURRENCY.matcher(unit).matches();
      rest = isUnit ? rest.replaceFirst(Pattern.quote(unit), " ") : rest;
    }
    return !HARMLESS.matcher(rest).replaceAll("").isEmpty();
  }

  /** The record with its visible values. */
  public SourceLine asSeen(SourceLine line) {
    if (!line.appearance().hasCells()) {
      return line;
    }
    List<String> cells = new ArrayList<>(line.cells());
    Map<Integer, Shown> shown = new HashMap<>(line.appearance().shown());
    Map<Integer, Merged> merged = new HashMap<>();
    for (Map.Entry<Integer, Merged> cell : line.appearance().merged().entrySet()) {
      int column = cell.getKey();
      Optional<Field> field = field(column);
      if (cell.getValue().first() > headerLine) {
        merged.put(column, cell.getValue());
        if (field.isPresent() && !isNumber(field.get())) {
          set(cells, column, cell.getValue().value());
          shown.remove(column);
          cell.getValue().shown().ifPresent(first -> shown.put(column, first));
        }
      }
    }
    for (Map.Entry<Integer, Shown> cell : shown.entrySet()) {
      if (cell.getValue().kind() != Shown.ShownKind.DATE
          && field(cell.getKey()).filter(VisibleCells::isText).isPresent()
          && !hasLostDigits(cells, cell.getKey())) {
        set(cells, cell.getKey(), cell.getValue().text());
      }
    }
    return new SourceLine(
        line.number(), cells, new LineAppearance(line.appearance().hidden(), shown, merged));
  }

  private static void set(List<String> cells, int column, String text) {
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, text);
  }

  /**
   * Whether a long number has lost its last digits although its format groups all of them: 0000
   * 0000.
   */
  private boolean hasLostDigits(List<String> cells, int column) {
    return field(column).map(Field::type).filter(RoundedNumbers::isLong).isPresent()
        && column < cells.size()
        && cells.get(column).contains("E+");
  }

  private Optional<Field> field(int column) {
    return header.column(column).map(Header.HeaderColumn::field);
  }

  /**
   * Whether values are added up. A value merged over several lines then cannot belong to each line.
   */
  public static boolean isNumber(Field field) {
    return switch (field.type()) {
      case MONEY, INTEGER, DECIMAL -> true;
      case TEXT,
          PERSON_NAME,
          ID_NUMBER,
          BANK_ACCOUNT,
          CREDIT_CODE,
          DOCUMENT_NUMBER,
          VILLAGE,
          PAYEE,
          DATE,
          BOOLEAN ->
          false;
    };
  }

  private static boolean isText(Field field) {
    return switch (field.type()) {
      case TEXT,
          PERSON_NAME,
          ID_NUMBER,
          BANK_ACCOUNT,
          CREDIT_CODE,
          DOCUMENT_NUMBER,
          VILLAGE,
          PAYEE ->
          true;
      case MONEY, INTEGER, DECIMAL, DATE, BOOLEAN -> false;
    };
  }

  /** Whether a field rejects dates, because a spreadsheet made them from another text. */
  public static boolean refusesDates(Field field, List<String> key) {
    boolean isFree =
        (field.type() == Field.FieldType.TEXT || field.type() == Field.FieldType.VILLAGE)
            && !key.contains(field.name())
            && !field.constraints().required()
            && field.codes().isEmpty()
            && field.constraints().form().isEmpty()
            && field.constraints().values().isEmpty();
    return isText(field) && !isFree;
  }
}
