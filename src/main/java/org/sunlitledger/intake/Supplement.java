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

  private static final Pattern TITLE =
      Pattern.compile("(?:补正批次|supplement to delivery) ?(\\d{1,12})(?!\\d).*");
  private static final Set<String> REMARKS =
      Set.of("规则", "列", "发现的值", "应为", "怎样更正", "rule", "column", "found", "expected", "howtomend");

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
    String normal = HeaderText.normal(title);
    return ORIGINAL_LINE.stream().map(HeaderText::normal).anyMatch(normal::equals);
  }

  /** Whether a column was written beside the lines for those who mend them. */
  static boolean isRemark(String title) {
    return REMARKS.contains(HeaderText.normal(title)) || isOriginalLine(title);
  }
}
