package org.sunlitledger.quantity.person;

import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/**
 * Account numbers of payees: 8 to 32 digits, possibly in groups, as in 6217 0012 3456 7890. Cards
 * have 16 to 19 digits, and the last one is a check digit (ISO/IEC 7812). Passbook accounts have no
 * check digit.
 */
public final class BankAccount {
  private static final int MIN_DIGITS = 8;
  private static final int MAX_DIGITS = 32;

  /** A number in a column for something else is treated as an account from this many digits on. */
  static final int MIN_DIGITS_OUT_OF_PLACE = 12;

  private static final int MIN_CARD_DIGITS = 16;
  private static final int MAX_CARD_DIGITS = 19;

  /** The first digits of cards issued in China. */
  private static final String CARD_PREFIX = "62";

  /** The shown digits identify the bank and nothing more. */
  private static final int DIGITS_SHOWN = 4;

  private static final String HYPHENS = "-‐‑‒–—―−－﹣";

  private BankAccount() {}

  /** Reads an account number. The result has digits only. */
  public static Parsed<String> parse(String text) {
    String digits = digits(text);
    return digits.length() >= MIN_DIGITS && digits.length() <= MAX_DIGITS
        ? Parsed.of(digits)
        : Parsed.refused(ParseFault.FORM);
  }

  /**
   * The digits of a text without separators between groups; empty if the text has any other
   * character.
   */
  public static String digits(String text) {
    int length = text.length();
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char glyph = text.charAt(i);
      char digit = digit(glyph);
      if (digit != 0) {
        digits.append(digit);
      } else if (!isBetween(glyph)) {
        return "";
      }
    }
    return digits.toString();
  }

  /** Whether a cell of any column consists of a number as long as an account number. */
  public static boolean isAlone(String cell) {
    return cell.length() >= MIN_DIGITS_OUT_OF_PLACE
        && digits(cell).length() >= MIN_DIGITS_OUT_OF_PLACE;
  }

  /** Whether the digits have the prefix and the length of a card number. */
  public static boolean isCard(String digits) {
    return digits.length() >= MIN_CARD_DIGITS
        && digits.length() <= MAX_CARD_DIGITS
        && digits.startsWith(CARD_PREFIX);
  }

  /** Whether the check digit of a card agrees with the other digits. */
  public static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted / 10 + weighted % 10;
    }
    return sum % 10 == 0;
  }

  /** Shows the first digits and replaces the rest by stars: 6217***************. */
  public static String masked(String text) {
    return MaskedNumber.mask(text, DIGITS_SHOWN);
  }

  /** The digit for a glyph in half or full width; 0 if it is not a digit. */
  static char digit(char glyph) {
    if (glyph >= '0' && glyph <= '9') {
      return glyph;
    }
    return glyph >= '０' && glyph <= '９' ? (char) (glyph - '０' + '0') : 0;
  }

  /** Whether a glyph may separate groups of digits. */
  static boolean isBetween(char glyph) {
    return Glyphs.isSpace(glyph) || HYPHENS.indexOf(glyph) >= 0;
  }
}
