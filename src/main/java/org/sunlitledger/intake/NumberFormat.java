package org.sunlitledger.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell's number format makes of a number.
 *
 * @param date what of a date it shows
 * @param isPercent whether it shows a hundredfold with a percent sign
 */
record NumberFormat(DateFormat date, boolean isPercent) {
  /** Of a cell without one. */
  static final NumberFormat GENERAL = new NumberFormat(DateFormat.NONE, false);

  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\\\.");

  /**
   * @param id of the format; 9 and 10 are the built-in percentages
   * @param code of the format, where the workbook spells it out
   */
  static NumberFormat of(@Nullable Integer id, @Nullable String code) {
    boolean isPercent =
        code == null
            ? id != null && (id == 9 || id == 10)
            : LITERAL.matcher(code).replaceAll("").contains("%");
    return new NumberFormat(DateFormat.of(id, code), isPercent);
  }
}
