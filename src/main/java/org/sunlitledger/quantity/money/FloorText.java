package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share written as "85%以上". The exact share is never below the printed one. The text gives a
 * lower bound, not a rounded number, so it holds however far the share is above it.
 *
 * @param step percentage points; the share is rounded down to a multiple of it; at least 1
 */
public record FloorText(int step) {
  /** Formats as {@code 85%以上}. An exact multiple also gets "以上", as is usual in official texts. */
  public String format(long part, long whole) {
    return format(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** Formats a share of numbers with decimals. */
  public String format(BigDecimal part, BigDecimal whole) {
    BigDecimal steps =
        part.movePointRight(2)
            .divide(whole.multiply(BigDecimal.valueOf(step)), 0, RoundingMode.FLOOR);
    return steps.multiply(BigDecimal.valueOf(step)).toPlainString() + "%以上";
  }
}
