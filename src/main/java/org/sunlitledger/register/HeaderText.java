package org.sunlitledger.register;

import java.util.Locale;
import org.sunlitledger.quantity.Glyphs;

/** Headers and code titles compared as people read them: width, case and white space aside. */
public final class HeaderText {
  private HeaderText() {}

  /** Half-width, lower-case, without any white space. */
  public static String normal(String text) {
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
