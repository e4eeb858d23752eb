package org.sunlitledger.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.register.HeaderText;

/**
 * The marks of a sheet that brings refused lines again: a title that names the delivery, and
 * columns that say what was wrong. {@code ./sunlit rejects --out rejects.xlsx} writes such sheets.
 */
public final class Supplement {
  /** Title of the column with the line's number in the delivery that is supplemented. */
  public static final List<String> ORIGINAL_LINE = List.of("原行号", "original line");

  /** Title of the column in which a line may be withdrawn instead of mended. */
  public static final List<String> ACTION = List.of("处理", "action");

  static final String WITHDRAW = "撤回";
  private static final Set<String> WITHDRAWALS = Set.of(WITHDRAW, "withdraw");

  private static final Pattern TITLE =
      Pattern.compile("(?:补正批次|supplement to delivery) ?(\\d{1,12})(?!\\d).*");
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
          "howtomend");

  private Supplement() {}

  /** The delivery that a title names. */
  static Optional<Long> delivery(Line title) {
    for (String cell : title.cells()) {
      Matcher named = TITLE.matcher(cell.strip());
      if (named.matches()) {
        return Optional.of(Long.parseLong(named.group(1)));
      }
    }
    return Optional.empty();
  }

  static boolean isOriginalLine(String title) {
    return isOneOf(ORIGINAL_LINE, title);
  }

  static boolean isAction(String title) {
    return isOneOf(ACTION, title);
  }

  static boolean isWithdrawal(String asked) {
    return WITHDRAWALS.contains(HeaderText.normal(asked));
  }

  /**
   * The number of the line that a line stands for; 0 where it names none.
   *
   * @param column with that number, or -1
   */
  static int originalLine(List<String> cells, int column) {
    return column >= 0 && column < cells.size() && cells.get(column).strip().matches("[0-9]{1,8}")
        ? Integer.parseInt(cells.get(column).strip())
        : 0;
  }

  /** Whether a column was written beside the lines for those who mend them. */
  static boolean isRemark(String title) {
    return REMARKS.contains(HeaderText.normal(title)) || isOriginalLine(title) || isAction(title);
  }

  private static boolean isOneOf(List<String> titles, String title) {
    String normal = HeaderText.normal(title);
    return titles.stream().map(HeaderText::normal).anyMatch(normal::equals);
  }
}
