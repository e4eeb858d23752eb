package org.sunlitledger.intake.file;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The years in a text. The year of a school term does not count. The year of a full date is the
 * year of delivery, and counts only if the text has no other year.
 *
 * @param plain different years in order
 * @param ofDates different years of full dates in order
 */
public record NamedYears(List<Integer> plain, List<Integer> ofDates) {
  /** A year, but not the year of a school term: 2019年秋季学期. */
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d|年 ?[春秋])");

  /** 2020-11-30, 2020.1.5, 2020年11月30日, 20201130. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(20\\d\\d)(?:([-._/ ])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12]\\d|3[01])(?!\\d)"
              + "|年 ?(?:0?[1-9]|1[0-2])月 ?(?:0?[1-9]|[12]\\d|3[01])[日号]?(?!\\d)"
              + "|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))");

  private static final Pattern CHINESE = Pattern.compile("二[〇○零][〇○零一二三四五六七八九]{2}(?=年)");
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  public static NamedYears in(String text) {
    String narrow = withDigits(Normalizer.normalize(text, Normalizer.Form.NFKC));
    Matcher dates = DATE.matcher(narrow);
    List<Integer> ofDates = years(dates);
    return new NamedYears(years(YEAR.matcher(dates.replaceAll(" "))), ofDates);
  }

  private static List<Integer> years(Matcher found) {
    return found.results().map(year -> Integer.valueOf(year.group(1))).distinct().sorted().toList();
  }

  /** Replaces 二〇二〇年 by 2020年. */
  private static String withDigits(String text) {
    return CHINESE.matcher(text).replaceAll(year -> digits(year));
  }

  private static String digits(MatchResult year) {
    StringBuilder digits = new StringBuilder();
    for (char digit : year.group().replace('○', '〇').replace('零', '〇').toCharArray()) {
      digits.append(CHINESE_DIGITS.indexOf(digit));
    }
    return digits.toString();
  }

  /**
   * The years that the text may mean in a run for a report year; exactly one if the text is clear.
   */
  public List<Integer> candidates(int reportYear) {
    if (!plain.isEmpty()) {
      return plain;
    }
    return Stream.concat(ofDates.stream(), Stream.of(reportYear)).distinct().sorted().toList();
  }
}
