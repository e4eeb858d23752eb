package org.sunlitledger.intake.layout.header;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * Lines below a header that belong to it: the repeated header at the top of each printed page, and
 * the numbers of its columns.
 */
public final class HeaderLines {
  /** Fewer numbers in a row may be a record's values. */
  private static final int MIN_NUMBERS_IN_ROW = 3;

  /** The letters with which tables number their text columns. */
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";

  private static final Pattern UNIT = Pattern.compile("(?<=\\d)(?:单位:?)?" + UnitText.MONEY + "$");

  /**
   * Enough for (12)=(1)+(2)+(3)（单位：万元）. Longer cells are rejected first, because every record is
   * tested.
   */
  private static final int LONGEST_CELL_CHARACTERS = 60;

  /** Enough for 甲 and 栏次, which may precede the numbers. */
  private static final int LONGEST_NAME_CHARACTERS = 2;

  private final List<List<String>> own;
  private boolean isDirectlyAbove = true;

  /**
   * @param own the lines of the header, as delivered
   */
  public HeaderLines(List<SourceLine> own) {
    this.own = own.stream().map(line -> line.cells().stream().map(Glyphs::strip).toList()).toList();
  }

  /** Whether the next line only repeats the header. */
  public boolean isRepeated(SourceLine line) {
    isDirectlyAbove = isOneOfOwn(line.cells()) || (isDirectlyAbove && areNumbers(line));
    return isDirectlyAbove;
  }

  private boolean isOneOfOwn(List<String> cells) {
    for (List<String> header : own) {
      if (isSame(header, cells)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a line numbers columns: 1, 2, 3, or 甲, (1), (2), (3)=(1)+(2). Each number may have a
   * unit behind it.
   */
  static boolean areNumbers(SourceLine line) {
    int next = 1;
    int stems = 0;
    for (String cell : line.cells()) {
      if (cell.length() > LONGEST_CELL_CHARACTERS) {
        return false;
      }
      String text = number(cell);
      if (text.equals(String.valueOf(next)) || text.startsWith(next + "=")) {
        next++;
      } else if (next == 1
          && stems < STEMS.length()
          && text.equals(STEMS.substring(stems, stems + 1))) {
        stems++;
      } else if (!Glyphs.isNone(cell) && (next > 1 || !isName(text))) {
        return false;
      }
    }
    return next - 1 + stems >= MIN_NUMBERS_IN_ROW;
  }

  private static String number(String cell) {
    String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[()\\[\\]\\s]", "");
    return UNIT.matcher(text).replaceFirst("");
  }

  /** Whether a line has a cell of digits, such as an amount or a date. A header has none. */
  public static boolean hasValue(List<String> cells) {
    for (String cell : cells) {
      if (isValue(cell)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValue(String cell) {
    if (!cell.isEmpty() && Character.isAlphabetic(cell.charAt(0))) {
      return false;
    }
    String text = Glyphs.narrow(cell);
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    boolean begins = isDigit(first) || ("-+(¥￥.".indexOf(first) >= 0 && text.length() > 1);
    return begins
        && (isDigit(last)
            || ("%xX日)元万".indexOf(last) >= 0
                && text.chars().anyMatch(HeaderLines::isDigit)
                && text.chars().noneMatch(HeaderLines::isWord)));
  }

  private static boolean isWord(int glyph) {
    return Character.isLetter(glyph) && "xX年月日元万亿".indexOf(glyph) < 0;
  }

  private static boolean isDigit(int glyph) {
    return glyph >= '0' && glyph <= '9';
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME_CHARACTERS && text.chars().allMatch(Character::isLetter);
  }

  private static boolean isSame(List<String> header, List<String> cells) {
    for (int i = 0; i < Math.max(header.size(), cells.size()); i++) {
      String title = i < header.size() ? header.get(i) : "";
      String cell = i < cells.size() ? cells.get(i) : "";
      if (!Glyphs.strip(cell).equals(title)) {
        return false;
      }
    }
    return true;
  }
}
