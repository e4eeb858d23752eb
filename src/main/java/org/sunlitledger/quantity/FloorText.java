package org.sunlitledger.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share told as "85%以上": the exact share is never below what is printed.
 *
 * @param step percent points down to whose multiple it is floored, from 1
 */
public record FloorText(int step) {
  /** As in {@code 85%以上}; an exact multiple is "以上" too, as officialese has it. */
  public String of(long part, long whole) {
    BigDecimal steps =
        BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(
                BigDecimal.valueOf(whole).multiply(BigDecimal.valueOf(step)),
                0,
                RoundingMode.FLOOR);
    return steps.multiply(BigDecimal.valueOf(step)).toPlainString() + "%以上";
  }
}
