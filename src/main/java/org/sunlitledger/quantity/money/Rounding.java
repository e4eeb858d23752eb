package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounds a number for print. Rounding is right while it changes the value by less than 0.1%; where
 * the wanted decimals would change it by more, there are as many more as that takes: 37.50元 in 万元
 * is 0.00375, not 0.0038, and a share of 44 in 100,000 is 0.044%, not 0.04%.
 */
final class Rounding {
  /** A change of one in so many is too much. */
  private static final BigDecimal LARGEST_CHANGE_ONE_IN = BigDecimal.valueOf(1000);

  private Rounding() {}

  /**
   * The quotient of two numbers with at least so many decimals, and only as many more as it needs.
   *
   * @throws ArithmeticException when the divisor is zero
   */
  static BigDecimal quotient(
      BigDecimal dividend, BigDecimal divisor, int places, RoundingMode rounding) {
    int decimals = places;
    BigDecimal rounded = dividend.divide(divisor, decimals, rounding);
    while (changes(rounded.multiply(divisor), dividend)) {
      decimals++;
      rounded = dividend.divide(divisor, decimals, rounding);
    }
    return rounded;
  }

  private static boolean changes(BigDecimal rounded, BigDecimal exact) {
    BigDecimal change = rounded.subtract(exact).abs();
    return change.signum() != 0
        && change.multiply(LARGEST_CHANGE_ONE_IN).compareTo(exact.abs()) >= 0;
  }
}
