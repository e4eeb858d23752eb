package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sunlitledger.quantity.text.Decimals;

/**
 * Rounds a number for print. Rounding may change the value by less than 0.1%. If the wanted
 * decimals would change it by more, decimals are added until the change is small enough: 37.50元 in
 * 万元 is 0.00375, not 0.0038, and a share of 44 in 100,000 is 0.044%, not 0.04%.
 */
public final class Rounding {
  /** A change of one part in this number is too large. */
  private static final BigDecimal LARGEST_CHANGE_ONE_IN = BigDecimal.valueOf(1000);

  private Rounding() {}

  /**
   * The quotient of two numbers with at least this many decimals, and with more only if needed.
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

  /** A number with at most this many decimals, half-up, and with more only if needed. */
  public static String places(BigDecimal number, int places) {
    return Decimals.plain(quotient(number, BigDecimal.ONE, places, RoundingMode.HALF_UP));
  }

  private static boolean changes(BigDecimal rounded, BigDecimal exact) {
    BigDecimal change = rounded.subtract(exact).abs();
    return change.signum() != 0
        && change.multiply(LARGEST_CHANGE_ONE_IN).compareTo(exact.abs()) >= 0;
  }
}
