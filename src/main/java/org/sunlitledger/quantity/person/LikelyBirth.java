package org.sunlitledger.quantity.person;

import java.time.YearMonth;

/** The range of birth years for which ID numbers are searched. */
record LikelyBirth(int from, int to) {
  /** The birth years of everyone who may be on a register of this century. */
  static final LikelyBirth ANY_YEAR = new LikelyBirth(1900, 2039);

  /** Whether eight digits are a birth date in the range. */
  boolean isDate(CharSequence digits, int at) {
    return isDate(number(digits, at, 4), number(digits, at + 4, 2), number(digits, at + 6, 2));
  }

  /**
   * Whether six digits are a birth date in the range. The old numbers omit the century, which is
   * the 20th.
   */
  boolean isShortDate(CharSequence digits, int at) {
    return isDate(
        1900 + number(digits, at, 2), number(digits, at + 2, 2), number(digits, at + 4, 2));
  }

  private boolean isDate(int year, int month, int day) {
    return year >= from
        && year <= to
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private static int number(CharSequence digits, int at, int length) {
    int number = 0;
    for (int i = at; i < at + length; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -10_000;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
