package org.sunlitledger.quantity.text;

import java.math.BigDecimal;

/** Decimal numbers as text. */
public final class Decimals {
  private Decimals() {}

  /** The number without an exponent and without zeros at the end: 1420, 137.9. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
