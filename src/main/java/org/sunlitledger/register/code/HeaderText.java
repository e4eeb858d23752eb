package org.sunlitledger.register.code;

import java.util.Locale;
import org.sunlitledger.quantity.text.Glyphs;

/** Normalises headers and code titles for comparison: width, case and white space are ignored. */
public final class HeaderText {
  private HeaderText() {}

  /** The text in half width and lower case, without white space. */
  public static String normal(String text) {
    return isNormal(text) ? text : normalized(text);
  }

  /** A fast test for many cells: most have only Chinese letters and digits. */
  private static boolean isNormal(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char glyph = text.charAt(i);
      boolean isPlain =
          glyph >= '\u4e00'
              ? glyph <= '\u9fff'
              : (glyph >= '0' && glyph <= '9') || (glyph >= 'a' && glyph <= 'z');
      if (!isPlain && glyph != '-' && glyph != '.') {
        return false;
      }
    }
    return true;
  }

  private static String normalized(String text) {
    String narrow = Glyphs.narrow(text).toLowerCase(Locale.ROOT);
    StringBuilder normal = new StringBuilder(narrow.length());
    narrow
        .chars()
        .filter(glyph -> !Character.isWhitespace(glyph) && !Character.isSpaceChar(glyph))
        .filter(glyph -> glyph != '*')
        .forEach(glyph -> normal.append((char) glyph));
    return normal.toString();
  }
}
