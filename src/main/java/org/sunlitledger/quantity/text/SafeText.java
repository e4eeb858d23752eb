package org.sunlitledger.quantity.text;

/**
 * Text from files that leaves the program. Invisible characters that control a terminal, a
 * spreadsheet or a browser are written out as {@code \u202E}.
 */
public final class SafeText {
  private SafeText() {}

  /** Escapes a text; line breaks and tabs stay. */
  public static String escape(CharSequence text) {
    return written(text, true);
  }

  /** Escapes a text so that it stays on one line. */
  public static String line(CharSequence text) {
    return written(text, false);
  }

  /**
   * Whether a cell must not contain this character: controls, direction marks, line and paragraph
   * separators, halves of a surrogate pair, and the replacement character for a lost glyph. Line
   * breaks and tabs are allowed.
   */
  public static boolean isForbidden(int glyph) {
    return switch (Character.getType(glyph)) {
      case Character.CONTROL -> glyph != '\n' && glyph != '\r' && glyph != '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      default -> isOfDirection(glyph) || glyph == 0xfffd || (glyph & 0xfffe) == 0xfffe;
    };
  }

  /** The name of a character: U+202E. */
  public static String name(int glyph) {
    return "U+%04X".formatted(glyph);
  }

  private static boolean isOfDirection(int glyph) {
    return (glyph >= 0x202a && glyph <= 0x202e)
        || (glyph >= 0x2066 && glyph <= 0x2069)
        || glyph == 0x200e
        || glyph == 0x200f
        || glyph == 0x061c;
  }

  private static String written(CharSequence text, boolean keepsLines) {
    StringBuilder written = null;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char glyph = text.charAt(i);
      if (glyph >= ' ' && glyph <= '~') {
        if (written != null) {
          written.append(glyph);
        }
        continue;
      }
      boolean isPair =
          Character.isHighSurrogate(glyph)
              && i + 1 < length
              && Character.isLowSurrogate(text.charAt(i + 1));
      boolean isLine = keepsLines && (glyph == '\n' || glyph == '\r' || glyph == '\t');
      if (isLine || isPair || !isUnseen(glyph)) {
        if (written != null) {
          written.append(glyph);
        }
        if (isPair) {
          i++;
          if (written != null) {
            written.append(text.charAt(i));
          }
        }
        continue;
      }
      if (written == null) {
        written = new StringBuilder(length + 16).append(text, 0, i);
      }
      written.append("\\u%04X".formatted((int) glyph));
    }
    return written == null ? text.toString() : written.toString();
  }

  private static boolean isUnseen(char glyph) {
    return switch (Character.getType(glyph)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
