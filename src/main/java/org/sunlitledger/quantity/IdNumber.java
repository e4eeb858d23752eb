package org.sunlitledger.quantity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.Parsed.Fault;

/** Resident ID numbers (GB 11643): 17 digits with a birth date in them and a check character. */
public final class IdNumber {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";
  private static final int AREA = 6;

  /** Whether the check character is right or not. */
  private static final Pattern ANYWHERE =
      Pattern.compile(
          "(?<![0-9])[0-9]{6}(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])");

  private IdNumber() {}

  /** Reads a number; the result is in its one form, with a capital X. */
  public static Parsed<String> parse(String text) {
    String number = Glyphs.narrow(text).toUpperCase(Locale.ROOT);
    if (number.length() != 18) {
      return Parsed.refused(Fault.FORM);
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int digit = number.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Parsed.refused(Fault.FORM);
      }
      sum += digit * WEIGHTS[i];
    }
    char last = number.charAt(17);
    if (last != 'X' && (last < '0' || last > '9')) {
      return Parsed.refused(Fault.FORM);
    }
    if (!(Dates.parse(number.substring(6, 14)) instanceof Parsed.Value<LocalDate>)) {
      return Parsed.refused(Fault.CALENDAR);
    }
    return last == CHECK.charAt(sum % 11) ? Parsed.of(number) : Parsed.refused(Fault.CHECK_DIGIT);
  }

  /** A text in which every ID number is masked, wherever it stands. */
  public static String maskedIn(String text) {
    return ANYWHERE.matcher(text).replaceAll(number -> masked(number.group()));
  }

  /** The check character of 17 digits. */
  public static char check(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (first17.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % 11);
  }

  /** The area code alone, the rest starred: 990502************. */
  public static String masked(String text) {
    String number = Glyphs.narrow(text);
    int shown = Math.min(AREA, number.length() / 3);
    return number.substring(0, shown) + "*".repeat(number.length() - shown);
  }
}
