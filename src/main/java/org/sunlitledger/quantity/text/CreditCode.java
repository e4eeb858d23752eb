package org.sunlitledger.quantity.text;

import java.util.Locale;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/**
 * Unified social credit codes (GB 32100): 17 characters and a check character; characters 9 to 17
 * are an organisation code with a check character of its own (GB 11714).
 */
public final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CreditCode() {}

  /** Reads a code. The result is in capitals. */
  public static Parsed<String> parse(String text) {
    String code = Glyphs.narrow(text).toUpperCase(Locale.ROOT);
    if (code.length() != 18) {
      return Parsed.refused(ParseFault.FORM);
    }
    for (int i = 0; i < code.length(); i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        return Parsed.refused(ParseFault.FORM);
      }
    }
    boolean good =
        code.charAt(17) == check(code)
            && code.charAt(16) == organisationCheck(code.substring(8, 16));
    return good ? Parsed.of(code) : Parsed.refused(ParseFault.CHECK_DIGIT);
  }

  /** The check character of a code's first 17 characters. */
  public static char check(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** The check character of an organisation code's first 8 characters. */
  public static char organisationCheck(String first8) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
  }
}
