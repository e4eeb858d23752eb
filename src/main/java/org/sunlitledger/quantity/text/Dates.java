package org.sunlitledger.quantity.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Parsed.ParseFault;

/**
 * Dates as offices write them: 2020-03-05, 2020/3/5, 2020.3.5, 20200305, 2020年3月5日. A time of day
 * behind a date, as spreadsheets export it, is ignored.
 */
public final class Dates {
  private static final Pattern TIME =
      Pattern.compile("[ T]+([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.]\\d{1,9})?)?$");

  private Dates() {}

  /** Reads a date of the years 1900 to 2199. */
  public static Parsed<LocalDate> parse(String text) {
    String date = day(Glyphs.narrow(text));
    int length = date.length();
    if (length == 8 && number(date, 0, 8) >= 0) {
      return date(number(date, 0, 4), number(date, 4, 6), number(date, 6, 8));
    }
    if (length < 8 || length > 11) {
      return Parsed.refused(ParseFault.FORM);
    }
    char first = date.charAt(4);
    int second = date.indexOf(first == '年' ? '月' : first, 5);
    boolean chinese = first == '年' && date.charAt(length - 1) == '日';
    if (second < 6 || second > 7 || !(chinese || first == '-' || first == '/' || first == '.')) {
      return Parsed.refused(ParseFault.FORM);
    }
    int end = chinese ? length - 1 : length;
    int days = end - second - 1;
    return days < 1 || days > 2
        ? Parsed.refused(ParseFault.FORM)
        : date(number(date, 0, 4), number(date, 5, second), number(date, second + 1, end));
  }

  private static String day(String text) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    Matcher time = TIME.matcher(text);
    return time.find() ? text.substring(0, time.start()) : text;
  }

  private static Parsed<LocalDate> date(int year, int month, int day) {
    if (year < 0 || month < 0 || day < 0) {
      return Parsed.refused(ParseFault.FORM);
    }
    boolean real =
        year >= 1900
            && year < 2200
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return real ? Parsed.of(LocalDate.of(year, month, day)) : Parsed.refused(ParseFault.CALENDAR);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
