package org.sunlitledger.intake.layout.header;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.register.code.HeaderText;

/**
 * The marks of a sheet that corrects rejected lines: a title that names the delivery, and columns
 * that explain the errors. {@code ./sunlit rejects --out rejects.xlsx} writes such sheets.
 */
public final class Supplement {
  /** The title of the column with the line's number in the supplemented delivery. */
  public static final List<String> ORIGINAL_LINE = List.of("原行号", "original line");

  /** The title of the column in which a line may be withdrawn instead of corrected. */
  public static final List<String> ACTION = List.of("处理", "action");

  public static final String WITHDRAW = "撤回";
  private static final Set<String> WITHDRAWALS = Set.of(WITHDRAW, "withdraw");

  private static final Pattern TITLE =
      Pattern.compile("(?:补正批次|supplement to delivery) ?(\\d{1,12})(?!\\d).*");

  /** Titles of the columns that say what was wrong, as they are now and as they once were. */
  private static final Set<String> REMARKS =
      Set.of(
          "规则",
          "级别",
          "等待对应记录",
          "列",
          "发现的值",
          "应为",
          "怎样更正",
          "rule",
          "severity",
          "waiting",
          "column",
          "found",
          "expected",
          "howtocorrectit",
          "howtomend");

  /** Other sheets in a workbook of rejects, old or new, which do not contain lines. */
  private static final Set<String> LISTS =
      Set.of("整份退回", "整批退回", "警告", "refusedfiles", "rejectedfiles", "warnings");

  private Supplement() {}

  /**
   * The title of a column in a supplement. It contains the unit of the column's amounts, which the
   * delivery may name in a line above the header. The unit 元 is omitted, unless the name of the
   * delivery in the new title looks like another unit.
   */
  public static String title(String delivered, MoneyUnit unit, String delivery) {
    boolean goesWithoutSaying =
        unit == MoneyUnit.YUAN
            && UnitText.unitsAbove(new SourceLine(0, List.of(delivery))).isEmpty();
    return goesWithoutSaying || UnitText.bracketed(delivered).isPresent()
        ? delivered
        : "%s（%s）".formatted(delivered, unit.text());
  }

  /** Whether a sheet of a workbook of rejects only lists findings. */
  public static boolean isList(String sheet) {
    return LISTS.contains(HeaderText.normal(sheet));
  }

  /** The title that names a delivery. */
  public static String titleAbove(long delivery) {
    return "补正批次 " + delivery;
  }

  /** The delivery that a title names. */
  static Optional<Long> delivery(SourceLine title) {
    for (String cell : title.cells()) {
      Matcher named = TITLE.matcher(cell.strip());
      if (named.matches()) {
        return Optional.of(Long.parseLong(named.group(1)));
      }
    }
    return Optional.empty();
  }

  /**
   * Verifies that a supplement's header has one column for each part of a line.
   *
   * @throws FileFault when no column has the number of the line, or the column is ambiguous
   */
  public static void verify(HeaderFinder.FoundHeader header) throws FileFault {
    String register = header.header().register().title();
    if (header.originalLine() < 0) {
      String missing = ORIGINAL_LINE.get(0);
      throw fault(header, ShapeRule.FILE_COLUMNS_MISSING, missing, register + "：" + missing);
    }
    verifyOnce(header, Supplement::isOriginalLine);
    verifyOnce(header, Supplement::isAction);
  }

  private static void verifyOnce(HeaderFinder.FoundHeader header, Predicate<String> which)
      throws FileFault {
    List<String> titles = header.titles().stream().filter(which).toList();
    if (titles.size() > 1) {
      String register = header.header().register().title();
      throw fault(header, ShapeRule.FILE_COLUMN_TWICE, titles.get(1).strip(), register);
    }
  }

  private static FileFault fault(
      HeaderFinder.FoundHeader header, ShapeRule rule, String column, String expected) {
    return new FileFault(new ShapeFinding(rule, column, column, expected), header.line());
  }

  static boolean isOriginalLine(String title) {
    return isOneOf(ORIGINAL_LINE, title);
  }

  static boolean isAction(String title) {
    return isOneOf(ACTION, title);
  }

  public static boolean isWithdrawal(String asked) {
    return WITHDRAWALS.contains(HeaderText.normal(asked));
  }

  /**
   * The number of the line that a supplement's line replaces; 0 if it names none.
   *
   * @param column with that number, or -1
   */
  public static int originalLine(List<String> cells, int column) {
    return column >= 0 && column < cells.size() && cells.get(column).strip().matches("[0-9]{1,8}")
        ? Integer.parseInt(cells.get(column).strip())
        : 0;
  }

  /** Verifies that a line of a supplement names the line that it replaces. */
  public static void verify(SourceLine line, HeaderFinder.FoundHeader header) throws FileFault {
    int column = header.originalLine();
    if (originalLine(line.cells(), column) == 0) {
      String found = column < line.cells().size() ? line.cells().get(column).strip() : "";
      throw notOpen(line.number(), found, header.supplements().orElseThrow());
    }
  }

  /** The fault of a line that does not refer to a correctable line of the delivery. */
  public static FileFault notOpen(int line, String found, long delivery) {
    return new FileFault(
        new ShapeFinding(
            ShapeRule.SUPPLEMENT_LINE,
            ORIGINAL_LINE.get(0),
            PersonalText.cell(found),
            String.valueOf(delivery)),
        line);
  }

  /**
   * Whether a column was written beside the lines to explain errors to the person who corrects
   * them.
   */
  public static boolean isRemark(String title) {
    return REMARKS.contains(HeaderText.normal(title)) || isOriginalLine(title) || isAction(title);
  }

  private static boolean isOneOf(List<String> titles, String title) {
    String normal = HeaderText.normal(title);
    return titles.stream().map(HeaderText::normal).anyMatch(normal::equals);
  }
}
