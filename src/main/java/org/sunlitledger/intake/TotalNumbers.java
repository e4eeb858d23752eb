package org.sunlitledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.register.HeaderText;

/**
 * The numbers that a text on a total gives, one that is made of nothing else: 3笔，600.50元.
 *
 * @param counts of lines: 3 of 共3笔, of 3户 and of a bare 3
 * @param amounts with a unit of money or decimals, as written
 * @param inWords whether an amount is written out, as in 陆佰元伍角整
 */
record TotalNumbers(List<String> counts, List<String> amounts, boolean inWords) {
  /** Longer than any label; the pattern takes a step of its stack for each word. */
  private static final int LONGEST = 80;

  private static final String NUMBER =
      "共?(?:[¥￥]?(?<amount>-?\\d+(?:,\\d{3})*\\.\\d+|-?\\d+(?:,\\d{3})*(?=[万亿]?元))(?:[万亿]?元)?"
          + "|(?<count>\\d+)(?:[人户]次|[笔条项行件户人次份个])?)";
  private static final String WORDS = "[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟角分整正]+";
  private static final Pattern EACH = Pattern.compile(NUMBER);
  private static final Pattern WRITTEN_OUT = Pattern.compile(WORDS + "[元圆]");
  private static final Pattern ALL =
      Pattern.compile(
          "(?:[:,;。、()\\[\\]【】〔〕]|人民币|rmb|[大小]写|金额|[数额元圆]|" + WORDS + "|" + NUMBER + ")*+");

  /** Nothing where there are other words in it: 3个村 is no number of lines. */
  static Optional<TotalNumbers> of(String text) {
    String normal = HeaderText.normal(text);
    if (normal.length() > LONGEST || !ALL.matcher(normal).matches()) {
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
    return Optional.of(
        new TotalNumbers(
            List.copyOf(counts), List.copyOf(amounts), WRITTEN_OUT.matcher(normal).find()));
  }

  /** Of several counts, as in 3户9人, one is that of the lines. */
  boolean countAgrees(long lines) {
    return counts.isEmpty() || counts.contains(String.valueOf(lines));
  }
}
