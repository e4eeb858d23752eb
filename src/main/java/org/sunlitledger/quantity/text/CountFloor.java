package org.sunlitledger.quantity.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A count that is rounded down for print: 2800余户, 10万条次以上. The exact count is never below the
 * printed one. A count below the step is printed as it is.
 *
 * @param step the count is rounded down to a multiple of it; at least 1
 * @param unit the counter (户, 条次), which stands within these words
 */
public record CountFloor(int step, FloorWord word, String unit) {
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

  /** How a text says that there are more. */
  public enum FloorWord {
    /** 2800余户: more than 2800. A count of exactly 2800 is 2800户. */
    OVER,
    /** 2800户以上: 2800 or more, as official texts use it. */
    AT_LEAST
  }

  /** The words for a count, with its unit. */
  public String format(BigDecimal count) {
    BigDecimal floor =
        count
            .divide(BigDecimal.valueOf(step), 0, RoundingMode.FLOOR)
            .multiply(BigDecimal.valueOf(step));
    if (floor.signum() <= 0) {
      return Decimals.plain(count) + unit;
    }
    boolean isExact = floor.compareTo(count) == 0;
    return switch (word) {
      case OVER -> number(floor) + (isExact ? "" : "余") + unit;
      case AT_LEAST -> number(floor) + unit + "以上";
    };
  }

  private static String number(BigDecimal floor) {
    return floor.remainder(WAN).signum() == 0
        ? Decimals.plain(floor.divide(WAN)) + "万"
        : Decimals.plain(floor);
  }
}
