package org.sunlitledger.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** What separates the cells of a text: a comma, or a tab where the first lines say so. */
final class Separator {
  static final char COMMA = ',';
  static final char TAB = '\t';
  private static final int LOOK = 1 << 16;
  private static final int LINES = 30;

  private Separator() {}

  /**
   * A line that has only one of the two says which it is. Systems that put a tab behind each number
   * to keep its digits have both in their lines, and commas in their header.
   */
  static char of(Path file, Charset charset) throws IOException {
    String start;
    try (InputStream input = Files.newInputStream(file)) {
      start = new String(input.readNBytes(LOOK), charset);
    }
    if (start.indexOf(TAB) < 0) {
      return COMMA;
    }
    int forTab = 0;
    int forComma = 0;
    long tabs = 0;
    long commas = 0;
    for (String line : start.lines().filter(line -> !line.isBlank()).limit(LINES).toList()) {
      long tabsHere = count(line, TAB);
      long commasHere = count(line, COMMA);
      forTab += tabsHere > 0 && commasHere == 0 ? 1 : 0;
      forComma += commasHere > 0 && tabsHere == 0 ? 1 : 0;
      tabs += tabsHere;
      commas += commasHere;
    }
    boolean isTab = forTab == forComma ? tabs > 2 * commas : forTab > forComma;
    return isTab ? TAB : COMMA;
  }

  private static long count(String line, char separator) {
    return line.chars().filter(glyph -> glyph == separator).count();
  }
}
