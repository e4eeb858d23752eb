package org.sunlitledger.intake.workbook.number;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition of a section of a number format: {@code [>=10000]}. */
record FormatCondition(String comparison, BigDecimal limit) {
  /** The condition of a section without one. */
  static final FormatCondition NO_CONDITION = new FormatCondition("", BigDecimal.ZERO);

  private static final Pattern FORM =
      Pattern.compile("\\s*(<=|>=|<>|<|>|=)\\s*(-?\\d{1,18}(?:\\.\\d{1,18})?)\\s*");

  static Optional<FormatCondition> parse(String bracketed) {
    Matcher condition = FORM.matcher(bracketed);
    return condition.matches()
        ? Optional.of(new FormatCondition(condition.group(1), new BigDecimal(condition.group(2))))
        : Optional.empty();
  }

  boolean isThere() {
    return !comparison.isEmpty();
  }

  boolean holds(BigDecimal number) {
    int order = number.compareTo(limit);
    return switch (comparison) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "=" -> order == 0;
      case "<>" -> order != 0;
      default -> true;
    };
  }
}
