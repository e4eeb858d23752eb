package org.sunlitledger.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the separator of a text's cells: a comma, or a tab if the first lines contain tabs. Other
 * separators are recognised only to reject the file with the right reason. Separators inside quotes
 * do not count.
 */
final class Separator {
  static final char COMMA = ',';
  static final char TAB = '\t';
  private static final String OTHERS = ";|；，";
  private static final String IN_SENTENCES = "；，";
  private static final String ALL_SEPARATORS = "" + COMMA + TAB + OTHERS;
  private static final int BYTES_LOOKED_AT = 1 << 16;

  private static final int MAX_LINES_COUNTED = 2_000;

  /** A lower number in a line may belong to a sentence. */
  private static final int MIN_PER_LINE = 2;

  private Separator() {}

  /** Whether registers are not read with this separator. */
  static boolean isOther(char separator) {
    return OTHERS.indexOf(separator) >= 0;
  }

  static char detect(Path file, Charset charset) throws IOException {
    String start;
    try (InputStream input = Files.newInputStream(file)) {
      start = new String(input.readNBytes(BYTES_LOOKED_AT), charset);
    }
    List<int[]> lines = counts(start);
    char other = other(lines);
    return other != COMMA ? other : tabOrComma(lines);
  }

  /**
   * A line with only one of the two decides. Systems that put a tab behind each number to preserve
   * its digits produce lines with both, and a header with commas.
   */
  private static char tabOrComma(List<int[]> lines) {
    int forTab = 0;
    int forComma = 0;
    long tabs = 0;
    long commas = 0;
    for (int[] line : lines) {
      int commasHere = line[ALL_SEPARATORS.indexOf(COMMA)];
      int tabsHere = line[ALL_SEPARATORS.indexOf(TAB)];
      forTab += tabsHere > 0 && commasHere == 0 ? 1 : 0;
      forComma += commasHere > 0 && tabsHere == 0 ? 1 : 0;
      tabs += tabsHere;
      commas += commasHere;
    }
    boolean isTab = forTab == forComma ? tabs > 2 * commas : forTab > forComma;
    return isTab ? TAB : COMMA;
  }

  /**
   * A separator that appears the same number of times in more lines than commas or tabs do.
   * Sentences above a header also contain ； and ，, so these count only if there is no other
   * separator.
   */
  private static char other(List<int[]> lines) {
    int ours = Math.max(alike(lines, COMMA), alike(lines, TAB));
    char found = COMMA;
    int most = ours;
    for (int i = 0; i < OTHERS.length(); i++) {
      char other = OTHERS.charAt(i);
      int alike = alike(lines, other);
      if (alike > most && (IN_SENTENCES.indexOf(other) < 0 || ours == 0)) {
        most = alike;
        found = other;
      }
    }
    return found;
  }

  /** The highest number of lines in which a separator appears equally often, as in a table. */
  private static int alike(List<int[]> lines, char separator) {
    Map<Integer, Integer> alike = new HashMap<>();
    for (int[] line : lines) {
      int here = line[ALL_SEPARATORS.indexOf(separator)];
      if (here >= MIN_PER_LINE && here == Arrays.stream(line).max().orElse(0)) {
        alike.merge(here, 1, Integer::sum);
      }
    }
    return alike.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** For each line with separators, their number outside quotes. */
  private static List<int[]> counts(String text) {
    List<int[]> lines = new ArrayList<>();
    int[] line = new int[ALL_SEPARATORS.length()];
    boolean isQuoted = false;
    boolean isCellStart = true;
    for (int i = 0; i < text.length() && lines.size() < MAX_LINES_COUNTED; i++) {
      char glyph = text.charAt(i);
      if (glyph == '"') {
        isQuoted = isQuoted ? !endsCell(text, i + 1) : isCellStart;
      } else if (!isQuoted && ALL_SEPARATORS.indexOf(glyph) >= 0) {
        line[ALL_SEPARATORS.indexOf(glyph)]++;
      } else if (!isQuoted && isLineEnd(glyph)) {
        add(line, lines);
        line = new int[ALL_SEPARATORS.length()];
      }
      isCellStart =
          !isQuoted
              && (ALL_SEPARATORS.indexOf(glyph) >= 0 || isLineEnd(glyph) || glyph == '\ufeff');
    }
    add(line, lines);
    return lines;
  }

  private static void add(int[] line, List<int[]> lines) {
    for (int count : line) {
      if (count > 0) {
        lines.add(line);
        return;
      }
    }
  }

  private static boolean endsCell(String text, int at) {
    return at >= text.length()
        || ALL_SEPARATORS.indexOf(text.charAt(at)) >= 0
        || isLineEnd(text.charAt(at));
  }

  private static boolean isLineEnd(char glyph) {
    return glyph == '\n' || glyph == '\r';
  }
}
