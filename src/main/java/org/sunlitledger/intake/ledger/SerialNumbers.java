package org.sunlitledger.intake.ledger;

import java.util.Optional;
import org.sunlitledger.quantity.text.Glyphs;

/** The running numbers of a ledger's lines, and whether some of them are missing. */
final class SerialNumbers {
  /** Longer numbers are not counters. */
  private static final int MAX_DIGITS = 9;

  private boolean areNumbers = true;
  private long count;
  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;

  void take(String cell) {
    String digits = Glyphs.narrow(cell);
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(glyph -> glyph >= '0' && glyph <= '9');
    areNumbers &= isNumber;
    if (areNumbers) {
      long number = Long.parseLong(digits);
      count++;
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
  }

  /** The number of missing values between the lowest and the highest; empty if none is missing. */
  Optional<String> gaps() {
    long missing = count == 0 ? 0 : most - least + 1 - count;
    return areNumbers && missing > 0
        ? Optional.of("%d–%d：%d 行，缺 %d 个".formatted(least, most, count, missing))
        : Optional.empty();
  }
}
