package org.sunlitledger.quantity.person;

import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/**
 * Numbers of accounts that money goes to: 8 to 32 digits, in groups perhaps, 6217 0012 3456 7890.
 * Cards have 16 to 19 digits, the last of which is a check digit (ISO/IEC 7812); accounts of
 * passbooks have none.
 */
public final class BankAccount {
  private static final int MIN_DIGITS = 8;
  private static final int MAX_DIGITS = 32;

  /** What is in another column than its own is taken for an account from so many digits on. */
  static final int MIN_DIGITS_OUT_OF_PLACE = 12;

  private static final int MIN_CARD_DIGITS = 16;
  private static final int MAX_CARD_DIGITS = 19;

  /** What cards issued in China begin with. */
  private static final String CARD_PREFIX = "62";

  /** Who issued it, no more. */
  private static final int DIGITS_SHOWN = 4;

  private static final String HYPHENS = "-‐‑‒–—―−－﹣";

  private BankAccount() {}

  /** Reads a number; the result is its digits. */
  public static Parsed<String> parse(String text) {
    String digits = digits(text);
    return digits.length() >= MIN_DIGITS && digits.length() <= MAX_DIGITS
        ? Parsed.of(digits)
        : Parsed.refused(ParseFault.FORM);
  }

  /** The digits of a text without what groups them; empty where there is anything else in it. */
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

  /** Whether a cell of any kind has nothing in it but a number as long as those of accounts. */
  public static boolean isAlone(String cell) {
    return cell.length() >= MIN_DIGITS_OUT_OF_PLACE
        && digits(cell).length() >= MIN_DIGITS_OUT_OF_PLACE;
  }

  /** Whether digits begin and are as many as those of a card. */
  public static boolean isCard(String digits) {
    return digits.length() >= MIN_CARD_DIGITS
        && digits.length() <= MAX_CARD_DIGITS
        && digits.startsWith(CARD_PREFIX);
  }

  /** Whether the last of a card's digits agrees with the others. */
  public static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted / 10 + weighted % 10;
    }
    return sum % 10 == 0;
  }

  /** The first digits alone, the rest starred: 6217***************. */
  public static String masked(String text) {
    return MaskedNumber.mask(text, DIGITS_SHOWN);
  }

  /** The digit that a glyph is, in half or full width; 0 where it is none. */
  static char digit(char glyph) {
    if (glyph >= '0' && glyph <= '9') {
      return glyph;
    }
    return glyph >= '０' && glyph <= '９' ? (char) (glyph - '０' + '0') : 0;
  }

  /** Whether a glyph may be between groups of digits. */
  static boolean isBetween(char glyph) {
    return Glyphs.isSpace(glyph) || HYPHENS.indexOf(glyph) >= 0;
  }
}
