package org.sunlitledger.quantity.person;

import org.sunlitledger.quantity.text.Glyphs;

/** Masks numbers that identify a person. */
final class MaskedNumber {
  private MaskedNumber() {}

  /**
   * Shows the first digits and replaces the rest by stars. A name is masked like any name.
   *
   * @param most the highest number of digits shown; never more than a third of them are shown
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
