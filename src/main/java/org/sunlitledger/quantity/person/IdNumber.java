package org.sunlitledger.quantity.person;

import java.time.LocalDate;
import java.util.Locale;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/** Resident ID numbers (GB 11643): 17 digits that include a birth date, and a check character. */
public final class IdNumber {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final int AREA_CODE_DIGITS = 6;

  /**
   * No borrower or payee is older than this. A number with an earlier birth date is something else.
   */
  private static final int OLDEST_PERSON_YEARS = 99;

  /** A number with a later date consists of a region and the date of a payment. */
  private static final int YOUNGEST_PERSON_YEARS = 10;

  private IdNumber() {}

  /** Reads an ID number. The result has the standard form with a capital X. */
  public static Parsed<String> parse(String text) {
    String number = Glyphs.narrow(text).toUpperCase(Locale.ROOT);
    if (number.length() != 18) {
      return Parsed.refused(ParseFault.FORM);
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int digit = number.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Parsed.refused(ParseFault.FORM);
      }
      sum += digit * WEIGHTS[i];
    }
    char last = number.charAt(17);
    if (last != 'X' && (last < '0' || last > '9')) {
      return Parsed.refused(ParseFault.FORM);
    }
    if (!(Dates.parse(number.substring(6, 14)) instanceof Parsed.Value<LocalDate>)) {
      return Parsed.refused(ParseFault.CALENDAR);
    }
    return last == CHECK_CHARACTERS.charAt(sum % 11)
        ? Parsed.of(number)
        : Parsed.refused(ParseFault.CHECK_DIGIT);
  }

  /** Masks every ID number in a text, wherever and however it is written. */
  public static String maskedIn(String text) {
    return IdNumberSearch.mayHaveOne(text)
        ? new IdNumberSearch(LikelyBirth.ANY_YEAR).masked(text)
        : text;
  }

  /** Whether a text contains an ID number, wherever and however it is written. */
  public static boolean isIn(String text) {
    return IdNumberSearch.mayHaveOne(text) && new IdNumberSearch(LikelyBirth.ANY_YEAR).isIn(text);
  }

  /**
   * Whether the number of a voucher, contract or household in a given year contains an ID number.
   * Such a number may consist of a region and the date of a payment, which is not a birth date.
   */
  public static boolean isInKey(String text, int year) {
    return IdNumberSearch.mayHaveOne(text)
        && new IdNumberSearch(
                new LikelyBirth(year - OLDEST_PERSON_YEARS, year - YOUNGEST_PERSON_YEARS))
            .isIn(text);
  }

  /** The check character of 17 digits. */
  public static char check(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (first17.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  /**
   * Shows the area code and replaces the rest by stars: 990502************. A name is masked like
   * any name.
   */
  public static String masked(String text) {
    return MaskedNumber.mask(text, AREA_CODE_DIGITS);
  }
}
