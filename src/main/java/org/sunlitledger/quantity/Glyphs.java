package org.sunlitledger.quantity;

/** What Chinese text is written with: full-width glyphs are the same as half-width ones. */
public final class Glyphs {
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;

  /** The first of the blocks that are written wide: Hangul, then all that is Chinese. */
  private static final int FIRST_WIDE = 0x1100;

  private Glyphs() {}

  /** How wide a text is where digits take one place each: Chinese glyphs take two. */
  public static int width(String text) {
    return text.codePoints().map(glyph -> glyph >= FIRST_WIDE ? 2 : 1).sum();
  }

  /** The text with full-width ASCII made half-width and white space around it dropped. */
  public static String narrow(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char glyph = text.charAt(i);
      if (glyph > '~' || glyph <= ' ') {
        return strip(narrowed(text));
      }
    }
    return text;
  }

  /** White space dropped at both ends, ideographic and no-break spaces among it. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return to - from == text.length() ? text : text.substring(from, to);
  }

  /** Whether there is nothing but white space. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(char glyph) {
    return glyph <= ' '
        || glyph == '\u00a0'
        || glyph == '\u3000'
        || glyph == '\ufeff'
        || (glyph >= '\u2000' && glyph <= '\u200b');
  }

  private static String narrowed(String text) {
    char[] glyphs = text.toCharArray();
    for (int i = 0; i < glyphs.length; i++) {
      if (glyphs[i] >= '！' && glyphs[i] <= '～') {
        glyphs[i] = (char) (glyphs[i] - FULL_WIDTH_OFFSET);
      } else if (glyphs[i] == '\u3000' || glyphs[i] == '\u00a0') {
        glyphs[i] = ' ';
      }
    }
    return new String(glyphs);
  }
}
