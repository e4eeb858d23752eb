package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share written as "85%以上": the exact share is never below what is printed. It is no rounded
 * number but a bound, and holds however far the share is above it.
 *
 * @param step percent points down to whose multiple it is floored, from 1
 */
public record FloorText(int step) {
  /** As in {@code 85%以上}; an exact multiple is "以上" too, as officialese has it. */
  public String of(long part, long whole) {
    return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** The same of numbers with decimals. */
  public String of(BigDecimal part, BigDecimal whole) {
    BigDecimal steps =
        part.movePointRight(2)
            .divide(whole.multiply(BigDecimal.valueOf(step)), 0, RoundingMode.FLOOR);
    return steps.multiply(BigDecimal.valueOf(step)).toPlainString() + "%以上";
  }
}
