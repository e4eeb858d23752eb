package org.sunlitledger.intake.layout.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.register.code.HeaderText;

/**
 * The numbers in a text of a total that has no other words: 3笔，600.50元.
 *
 * @param counts numbers of lines: 3 for 共3笔, for 3户 and for a bare 3
 * @param amounts with a unit of money or decimals, as written
 * @param words amounts in words, such as 陆佰元伍角整
 */
record TotalNumbers(List<String> counts, List<String> amounts, List<String> words) {
  /** Longer than any label. The pattern uses stack space for each word. */
  private static final int LONGEST_TEXT_CHARACTERS = 80;

  private static final String NUMBER =
      "共?(?:[¥￥]?(?<amount>-?\\d+(?:,\\d{3})*\\.\\d+|-?\\d+(?:,\\d{3})*(?=[万亿]?元))(?:[万亿]?元)?"
          + "|(?<count>\\d+)(?:[人户]次|[笔条项行件户人次份个])?)";
  private static final String NUMERAL = "零〇○一二三四五六七八九十廿卅两壹贰叁肆伍陆柒捌玖拾貳叄參陸";
  private static final String WORDS = "[" + NUMERAL + "百千万亿佰仟萬億角分整正]+";
  private static final Pattern EACH = Pattern.compile(NUMBER);
  private static final Pattern WRITTEN_OUT =
      Pattern.compile(
          "["
              + NUMERAL
              + "百千万亿佰仟萬億元圆圓角分整正]*["
              + NUMERAL
              + "][百千万亿佰仟萬億元圆圓角分整正]["
              + NUMERAL
              + "百千万亿佰仟萬億元圆圓角分整正]*");
  private static final Pattern ONLY_NUMBERS =
      Pattern.compile(
          "(?:[:,;。、()\\[\\]【】〔〕]|人民币|rmb|[大小]写|金额|[数额元圆圓]|" + WORDS + "|" + NUMBER + ")*+");

  /** Reads the numbers; empty if the text has other words: 3个村 is not a number of lines. */
  static Optional<TotalNumbers> parse(String text) {
    String normal = HeaderText.normal(text);
    if (normal.length() > LONGEST_TEXT_CHARACTERS || !ONLY_NUMBERS.matcher(normal).matches()) {
      return Optional.empty();
    }
    List<String> counts = new ArrayList<>();
    List<String> amounts = new ArrayList<>();
    Matcher number = EACH.matcher(normal);
    while (number.find()) {
      if (number.group("count") != null) {
        counts.add(number.group("count"));
      } else {
        amounts.add(number.group().replace("共", ""));
      }
    }
    List<String> words =
        WRITTEN_OUT.matcher(normal).results().map(java.util.regex.MatchResult::group).toList();
    return Optional.of(new TotalNumbers(List.copyOf(counts), List.copyOf(amounts), words));
  }

  /** Whether one of several counts, as in 3户9人, is the number of lines. */
  boolean countAgrees(long lines) {
    return counts.isEmpty() || counts.contains(String.valueOf(lines));
  }
}
