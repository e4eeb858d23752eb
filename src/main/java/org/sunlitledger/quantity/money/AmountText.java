package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sunlitledger.quantity.text.Decimals;

/**
 * An amount as reports print it: 1.2874亿元, 4651.605万元.
 *
 * <p>Printed amounts differ from exact ones by less than 0.1%. Where {@code places} decimals would
 * change the amount by more, it has more of them, at most six; in 亿元, where six do not suffice
 * either, 万元 is the unit. Six decimals of 万元 are a single fen, so that every amount of fen can be
 * printed: 30.40元 is 0.00304万元, and never nothing at all.
 *
 * @param yiFrom fen from which 亿元 is the unit, else 万元
 * @param places decimals, half-up; zeros at the end are dropped
 */
public record AmountText(long yiFrom, int places) {
  private static final long FEN_IN_YI = 10_000_000_000L;
  private static final int MAX_DECIMAL_PLACES = 6;

  /** As the published reports: 亿元 from one 亿 on, 4 decimals. */
  public static final AmountText STANDARD = new AmountText(FEN_IN_YI, 4);

  /** The amount with its unit. */
  public String of(long fen) {
    return of(BigDecimal.valueOf(fen));
  }

  /** The same of an amount that is no whole number of fen. */
  public String of(BigDecimal fen) {
    BigDecimal wan = rounded(MoneyUnit.WAN, fen);
    // 9999.99999万元 would round to 10000万元, which is one 亿
    boolean roundsUp = yiFrom == FEN_IN_YI && wan.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
    if (fen.abs().compareTo(BigDecimal.valueOf(yiFrom)) >= 0 || roundsUp) {
      BigDecimal yi = rounded(MoneyUnit.YI, fen);
      if (yi.scale() <= Math.max(places, MAX_DECIMAL_PLACES)) {
        return Decimals.plain(yi) + MoneyUnit.YI.text();
      }
    }
    return Decimals.plain(wan) + MoneyUnit.WAN.text();
  }

  /** The number alone, in a given unit. */
  public String in(MoneyUnit unit, long fen) {
    return in(unit, BigDecimal.valueOf(fen));
  }

  /** The same of an amount that is no whole number of fen. */
  public String in(MoneyUnit unit, BigDecimal fen) {
    return Decimals.plain(rounded(unit, fen));
  }

  private BigDecimal rounded(MoneyUnit unit, BigDecimal fen) {
    return Rounding.quotient(
        fen, BigDecimal.ONE.movePointRight(unit.decimals()), places, RoundingMode.HALF_UP);
  }
}
