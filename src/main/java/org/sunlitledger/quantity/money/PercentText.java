package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sunlitledger.quantity.text.Decimals;

/**
 * A share as a percentage, computed from exact numbers and never from printed ones.
 *
 * <p>The printed share differs from the exact one by less than 0.1% of it. If {@code places}
 * decimals would change it by more, it has more decimals, as in 0.044%.
 *
 * @param places number of decimals, at most 10
 * @param rounding half-up unless a report defines another mode
 * @param stripZeros whether to print 91% instead of 91.00%
 */
public record PercentText(int places, RoundingMode rounding, boolean stripZeros) {
  /** Two decimals, half-up. */
  public static final PercentText STANDARD = new PercentText(2, RoundingMode.HALF_UP, false);

  /**
   * The share, with the sign %.
   *
   * @throws ArithmeticException when the whole is zero
   */
  public String format(long part, long whole) {
    return format(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** Formats a share of numbers with decimals. */
  public String format(BigDecimal part, BigDecimal whole) {
    BigDecimal percent = Rounding.quotient(part.movePointRight(2), whole, places, rounding);
    return (stripZeros ? Decimals.plain(percent) : percent.toPlainString()) + "%";
  }
}
