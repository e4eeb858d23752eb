package org.sunlitledger.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount as reports print it: 1.2874亿元, 4651.605万元.
 *
 * @param yiFrom fen from which 亿元 is the unit, else 万元
 * @param places at most so many decimals, half-up; zeros at the end are dropped
 */
public record AmountText(long yiFrom, int places) {
  private static final long YI = 10_000_000_000L;

  /** As the published reports: 亿元 from one 亿 on, at most 4 decimals. */
  public static final AmountText STANDARD = new AmountText(YI, 4);

  /** The amount with its unit. */
  public String of(long fen) {
    String wan = in(MoneyUnit.WAN, fen);
    // 9999.99999万元 would round to 10000万元, which is one 亿
    boolean roundsUp =
        yiFrom == YI && new BigDecimal(wan).abs().compareTo(BigDecimal.valueOf(10_000)) >= 0;
    return Math.abs(fen) >= yiFrom || roundsUp
        ? in(MoneyUnit.YI, fen) + MoneyUnit.YI.text()
        : wan + MoneyUnit.WAN.text();
  }

  /** The number alone, in a given unit. */
  public String in(MoneyUnit unit, long fen) {
    return Decimals.plain(
        BigDecimal.valueOf(fen, unit.decimals()).setScale(places, RoundingMode.HALF_UP));
  }
}
