package org.sunlitledger.quantity.text;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Whole numbers in Chinese numerals, as texts write small counts: 十二, 一百零五, 二万零三十. */
public final class ChineseNumber {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String[] PLACES = {"", "十", "百", "千"};
  private static final String[] GROUPS = {"", "万", "亿"};
  private static final BigInteger END = BigInteger.TEN.pow(12);

  private ChineseNumber() {}

  /** The numerals; a number with decimals, or of a 万亿 or more, stays in digits. */
  public static String of(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > 0 || plain.toBigInteger().abs().compareTo(END) >= 0) {
      return Decimals.plain(number);
    }
    long whole = plain.longValueExact();
    return whole < 0 ? "负" + words(-whole) : words(whole);
  }

  private static String words(long number) {
    if (number == 0) {
      return DIGITS.substring(0, 1);
    }
    StringBuilder words = new StringBuilder();
    boolean isGap = false;
    for (int group = GROUPS.length - 1; group >= 0; group--) {
      int digits = (int) (number / power(4 * group) % 10_000);
      if (digits > 0) {
        // what is missing between two digits is said once
        isGap |= digits < 1000 && !words.isEmpty();
        words.append(isGap ? "零" : "").append(group(digits)).append(GROUPS[group]);
      }
      isGap = !words.isEmpty() && digits == 0;
    }
    // 一十二 is said 十二, at the beginning alone
    return words.indexOf("一十") == 0 ? words.substring(1) : words.toString();
  }

  private static String group(int digits) {
    StringBuilder words = new StringBuilder();
    boolean isGap = false;
    for (int place = PLACES.length - 1; place >= 0; place--) {
      int digit = (int) (digits / power(place) % 10);
      if (digit > 0) {
        words.append(isGap ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
      }
      isGap = !words.isEmpty() && digit == 0;
    }
    return words.toString();
  }

  private static long power(int zeros) {
    long power = 1;
    for (int i = 0; i < zeros; i++) {
      power *= 10;
    }
    return power;
  }
}
