package org.sunlitledger.quantity.person;

import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.Parsed;

/**
 * Finds account numbers in text, also in groups and in full width. A number counts as an account if
 * a word before it says so, as in 卡号6217 0012 3456 7890, if it is a card with a correct check
 * digit, or if the caller searches for this number.
 */
public final class BankAccountSearch {
  private static final int MIN_DIGITS = 8;
  private static final int MAX_SEPARATORS = 3;

  /** The number of characters before a number that are searched for such a word. */
  private static final int CHARACTERS_READ_BEFORE = 12;

  private static final Pattern NAMED =
      Pattern.compile(
          ".*(?:[账帐][户号]|卡号|银行卡|存折号?|一卡通号?)[^\\p{IsHan}0-9０-９]{0,4}[是为]?[:： ]{0,2}",
          Pattern.DOTALL);

  private BankAccountSearch() {}

  /** Masks the account numbers that are recognised in a text. */
  public static String masked(String text) {
    return mayHaveOne(text) ? masked(text, BankAccountSearch::isKnown) : text;
  }

  /** Masks one given number wherever it appears in a text. */
  public static String masked(String text, String account) {
    return mayHaveOne(text) ? masked(text, found -> found.digits().equals(account)) : text;
  }

  /** Masks every number in a text that is as long as an account number. */
  public static String maskedLong(String text) {
    return mayHaveOne(text)
        ? masked(text, found -> found.digits().length() >= BankAccount.MIN_DIGITS_OUT_OF_PLACE)
        : text;
  }

  /** The digits that were found, and the text before them. */
  private record FoundAccount(String digits, String before) {}

  private static boolean isKnown(FoundAccount found) {
    return (BankAccount.isCard(found.digits()) && BankAccount.checks(found.digits()))
        || (NAMED.matcher(found.before()).matches()
            && !(Dates.parse(found.digits()) instanceof Parsed.Value<LocalDate>));
  }

  /** A fast test for every text, so that few texts need the full search. */
  public static boolean mayHaveOne(String text) {
    int length = text.length();
    if (length < MIN_DIGITS) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < length; i++) {
      digits += BankAccount.digit(text.charAt(i)) == 0 ? 0 : 1;
    }
    return digits >= MIN_DIGITS;
  }

  private static String masked(String text, Predicate<FoundAccount> isOne) {
    StringBuilder masked = new StringBuilder(text.length());
    int done = 0;
    int at = 0;
    while (at < text.length()) {
      if (BankAccount.digit(text.charAt(at)) == 0) {
        at++;
        continue;
      }
      int end = end(text, at);
      String digits = BankAccount.digits(text.substring(at, end));
      String before = text.substring(Math.max(0, at - CHARACTERS_READ_BEFORE), at);
      if (digits.length() >= MIN_DIGITS && isOne.test(new FoundAccount(digits, before))) {
        masked.append(text, done, at).append(BankAccount.masked(digits));
        done = end;
      }
      at = end;
    }
    return done == 0 ? text : masked.append(text, done, text.length()).toString();
  }

  /** The end of a number whose groups have few separators between them. */
  private static int end(String text, int from) {
    int end = from;
    int between = 0;
    for (int i = from; i < text.length() && between <= MAX_SEPARATORS; i++) {
      char glyph = text.charAt(i);
      if (BankAccount.digit(glyph) != 0) {
        end = i + 1;
        between = 0;
      } else if (BankAccount.isBetween(glyph)) {
        between++;
      } else {
        break;
      }
    }
    return end;
  }
}
