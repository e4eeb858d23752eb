package org.sunlitledger.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share as percent, computed from whole numbers, never from printed ones.
 *
 * @param places decimals of the percentage, at most 10
 * @param rounding half-up unless a report says otherwise
 * @param stripZeros 91% instead of 91.00%
 */
public record PercentText(int places, RoundingMode rounding, boolean stripZeros) {
  /** Two places, half-up. */
  public static final PercentText STANDARD = new PercentText(2, RoundingMode.HALF_UP, false);

  /**
   * The share, with the sign %.
   *
   * @throws ArithmeticException when the whole is zero
   */
  public String of(long part, long whole) {
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), places, rounding);
    return (stripZeros ? Decimals.plain(percent) : percent.toPlainString()) + "%";
  }
}
