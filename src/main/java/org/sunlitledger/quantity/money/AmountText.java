package org.sunlitledger.quantity.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sunlitledger.quantity.text.Decimals;

/**
 * An amount as reports print it: 1.2874亿元, 4651.605万元.
 *
 * <p>A printed amount differs from the exact one by less than 0.1%. If {@code places} decimals
 * would change it by more, it has more decimals, at most six. If six decimals of 亿元 do not suffice
 * either, the unit is 万元. Six decimals of 万元 are a single fen, so every amount of fen can be
 * printed: 30.40元 is 0.00304万元 and never zero.
 *
 * @param yiFrom amount in fen from which 亿元 is the unit; below it the unit is 万元
 * @param places number of decimals, rounded half-up; zeros at the end are dropped
 */
public record AmountText(long yiFrom, int places) {
  private static final long FEN_IN_YI = 10_000_000_000L;
  private static final int MAX_DECIMAL_PLACES = 6;

  /** The format of the published reports: 亿元 from one 亿 on, 4 decimals. */
  public static final AmountText STANDARD = new AmountText(FEN_IN_YI, 4);

  /** The amount with its unit. */
  public String format(long fen) {
    return format(BigDecimal.valueOf(fen));
  }

  /** Formats an amount that may have fractions of a fen. */
  public String format(BigDecimal fen) {
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

  /** The number alone, for an amount that may have fractions of a fen. */
  public String in(MoneyUnit unit, BigDecimal fen) {
    return Decimals.plain(rounded(unit, fen));
  }

  private BigDecimal rounded(MoneyUnit unit, BigDecimal fen) {
    return Rounding.quotient(
        fen, BigDecimal.ONE.movePointRight(unit.decimals()), places, RoundingMode.HALF_UP);
  }
}
