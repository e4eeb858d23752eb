package org.sunlitledger.quantity.money;

import java.util.Optional;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * An amount written in words, as totals have it: 壹万贰仟元整, 叁佰元零伍角, 廿万元. An ambiguous text is not
 * read.
 */
public final class WrittenAmount {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";
  private static final String OTHER = "○壹贰叁肆伍陆柒捌玖";
  private static final int LONGEST_TEXT_CHARACTERS = 40;
  private static final int LARGEST_PLACE = 10_000;
  private static final long TEN_THOUSAND = 10_000L;
  private static final long HUNDRED_MILLION = 100_000_000L;

  private WrittenAmount() {}

  /** The amount in fen; empty if the text is not such an amount. */
  public static Optional<Long> parse(String text) {
    String words = plain(text);
    if (words.isEmpty() || words.length() > LONGEST_TEXT_CHARACTERS) {
      return Optional.empty();
    }
    int yuan = words.indexOf('元');
    if (yuan < 0) {
      return Optional.empty();
    }
    Optional<Long> whole = whole(words.substring(0, yuan));
    Optional<Long> part = part(words.substring(yuan + 1));
    return whole.isPresent() && part.isPresent()
        ? Optional.of(whole.get() * 100 + part.get())
        : Optional.empty();
  }

  /** Replaces formal digits by simple ones and every form of 元 by 元; removes blanks and 整. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    String narrow = Glyphs.narrow(text);
    for (int i = 0; i < narrow.length(); i++) {
      char glyph = narrow.charAt(i);
      int formal = Math.max(FORMAL.indexOf(glyph), OTHER.indexOf(glyph));
      if (formal >= 0) {
        plain.append(DIGITS.charAt(formal));
      } else if (!Glyphs.isSpace(glyph)) {
        plain.append(simplified(glyph));
      }
    }
    int end = plain.length();
    if (end > 0 && plain.charAt(end - 1) == '整') {
      plain.setLength(end - 1);
    }
    return plain.toString().replace("廿", "二十").replace("卅", "三十");
  }

  private static char simplified(char glyph) {
    return switch (glyph) {
      case '圆', '圓', '块' -> '元';
      case '正' -> '整';
      case '拾' -> '十';
      case '佰' -> '百';
      case '仟' -> '千';
      case '萬' -> '万';
      case '億' -> '亿';
      case '两', '貳' -> '二';
      case '弌' -> '一';
      case '叄', '參' -> '三';
      case '陸' -> '六';
      default -> glyph;
    };
  }

  /** Reads the yuan, up to thousands of 亿. */
  private static Optional<Long> whole(String words) {
    int yi = words.indexOf('亿');
    if (yi >= 0) {
      String rest = words.substring(yi + 1);
      Optional<Long> low = rest.isEmpty() ? Optional.of(0L) : belowYi(rest, false);
      return sum(section(words.substring(0, yi), true), HUNDRED_MILLION, low);
    }
    return belowYi(words, true);
  }

  private static Optional<Long> belowYi(String words, boolean isAlone) {
    int wan = words.indexOf('万');
    if (wan < 0) {
      return section(words, isAlone);
    }
    String rest = words.substring(wan + 1);
    Optional<Long> low = rest.isEmpty() ? Optional.of(0L) : section(rest, false);
    return sum(section(words.substring(0, wan), isAlone), TEN_THOUSAND, low);
  }

  private static Optional<Long> sum(Optional<Long> high, long unit, Optional<Long> low) {
    return high.isPresent() && low.isPresent() && high.get() > 0
        ? Optional.of(high.get() * unit + low.get())
        : Optional.empty();
  }

  /**
   * Reads up to 9999: each digit before its place, places in falling order, 零 for skipped places.
   * 一千五 may mean 1500, so a digit at the end must follow 十 or 零.
   */
  private static Optional<Long> section(String words, boolean isAlone) {
    long value = 0;
    int place = LARGEST_PLACE;
    int digit = -1;
    boolean isAfterZero = false;
    for (int i = 0; i < words.length(); i++) {
      char glyph = words.charAt(i);
      int worth = place(glyph);
      if (worth > 0) {
        boolean isTen = worth == 10 && digit < 0 && value == 0;
        if (worth >= place || (digit <= 0 && !isTen)) {
          return Optional.empty();
        }
        value += (long) Math.max(1, digit) * worth;
        place = worth;
        digit = -1;
      } else {
        int next = DIGITS.indexOf(glyph);
        if (next < 0 || digit > 0) {
          return Optional.empty();
        }
        isAfterZero = digit == 0 || (i == 0 && next == 0);
        digit = next;
      }
    }
    boolean isClear =
        digit <= 0 || place == 10 || isAfterZero || (place == LARGEST_PLACE && isAlone);
    return words.isEmpty() || !isClear ? Optional.empty() : Optional.of(value + Math.max(0, digit));
  }

  private static int place(char glyph) {
    return switch (glyph) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1000;
      default -> 0;
    };
  }

  /** Reads the part after 元: 伍角, 零伍分, 伍角叁分, or nothing. */
  private static Optional<Long> part(String words) {
    String rest = words;
    long fen = 0;
    int jiao = rest.indexOf('角');
    if (jiao >= 0) {
      Optional<Long> digit = digit(rest.substring(0, jiao));
      if (digit.isEmpty()) {
        return Optional.empty();
      }
      fen = digit.get() * 10;
      rest = rest.substring(jiao + 1);
    }
    if (rest.endsWith("分")) {
      long before = fen;
      return digit(rest.substring(0, rest.length() - 1)).map(last -> before + last);
    }
    return rest.isEmpty() || rest.equals("零") ? Optional.of(fen) : Optional.empty();
  }

  private static Optional<Long> digit(String words) {
    String one = words.length() == 2 && words.charAt(0) == '零' ? words.substring(1) : words;
    int digit = one.length() == 1 ? DIGITS.indexOf(one.charAt(0)) : -1;
    return digit < 0 ? Optional.empty() : Optional.of((long) digit);
  }
}
