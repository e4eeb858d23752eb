package org.sunlitledger.quantity.person;

import org.sunlitledger.quantity.text.Glyphs;

/** Numbers that identify a person, as they are shown. */
final class MaskedNumber {
  private MaskedNumber() {}

  /**
   * The first digits alone, the rest starred. Of a name, no more than of names.
   *
   * @param most so many digits are shown at most, and never more than a third
   */
  static String mask(String text, int most) {
    String number = Glyphs.narrow(text);
    int digits = 0;
    while (digits < number.length() && "0123456789.".indexOf(number.charAt(digits)) >= 0) {
      digits++;
    }
    if (digits == 0) {
      return PersonName.masked(number);
    }
    int shown = Math.min(Math.min(most, digits), number.length() / 3);
    return number.substring(0, shown) + "*".repeat(number.length() - shown);
  }
}
