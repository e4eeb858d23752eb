package org.sunlitledger.quantity.person;

import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.Parsed;

/**
 * Finds numbers of accounts in text, in groups and full width too. One is known by a word before
 * it, 卡号6217 0012 3456 7890, as a card whose check digit agrees, or because it is asked for.
 */
public final class BankAccountSearch {
  private static final int MIN_DIGITS = 8;
  private static final int MAX_SEPARATORS = 3;

  /** So much of the text before a number is looked at. */
  private static final int CHARACTERS_READ_BEFORE = 12;

  private static final Pattern NAMED =
      Pattern.compile(
          ".*(?:[账帐][户号]|卡号|银行卡|存折号?|一卡通号?)[^\\p{IsHan}0-9０-９]{0,4}[是为]?[:： ]{0,2}",
          Pattern.DOTALL);

  private BankAccountSearch() {}

  /** The text with the numbers in it masked that are known as such. */
  public static String masked(String text) {
    return mayHaveOne(text) ? masked(text, BankAccountSearch::isKnown) : text;
  }

  /** The text with one number masked wherever it is. */
  public static String masked(String text, String account) {
    return mayHaveOne(text) ? masked(text, found -> found.digits().equals(account)) : text;
  }

  /** The text with every number masked that is as long as those of accounts. */
  public static String maskedLong(String text) {
    return mayHaveOne(text)
        ? masked(text, found -> found.digits().length() >= BankAccount.MIN_DIGITS_OUT_OF_PLACE)
        : text;
  }

  /** Digits of a text, and what is before them. */
  private record FoundAccount(String digits, String before) {}

  private static boolean isKnown(FoundAccount found) {
    return (BankAccount.isCard(found.digits()) && BankAccount.checks(found.digits()))
        || (NAMED.matcher(found.before()).matches()
            && !(Dates.parse(found.digits()) instanceof Parsed.Value<LocalDate>));
  }

  /** Asked of every text, so that few need be looked at closely. */
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

  /** Where a number ends whose groups have few signs between them. */
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
