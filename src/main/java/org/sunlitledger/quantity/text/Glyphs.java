package org.sunlitledger.quantity.text;

import java.util.Set;

/** Characters of Chinese text. Full-width glyphs equal half-width ones. */
public final class Glyphs {
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;

  /** The first block of wide glyphs: Hangul, followed by all Chinese blocks. */
  private static final int FIRST_WIDE = 0x1100;

  /** Entries that offices use for an empty cell. */
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "-", "--", "---", "—", "——", "–", "―", "─", "－", "−", "ー", "/", "//", "\\", "无", "空",
          "N/A", "n/a", "NA", "NULL", "null");

  private static final int LONGEST_EMPTY_WORD_CHARACTERS = 4;

  /** The first of the Chinese letters that nearly all text uses. */
  private static final char FIRST_HAN = '\u4e00';

  private static final char LAST_HAN = '\u9fff';

  private Glyphs() {}

  /** The width of a text if digits take one place each and Chinese glyphs take two. */
  public static int width(String text) {
    return text.codePoints().map(glyph -> glyph >= FIRST_WIDE ? 2 : 1).sum();
  }

  /** Makes full-width ASCII half-width and removes white space around the text. */
  public static String narrow(String text) {
    int length = text.length();
    boolean isPlain = true;
    for (int i = 0; i < length; i++) {
      char glyph = text.charAt(i);
      if (glyph > '~' || glyph <= ' ') {
        if (isWide(glyph)) {
          return strip(narrowed(text));
        }
        isPlain = false;
      }
    }
    return isPlain ? text : strip(text);
  }

  /** Removes white space at both ends, including ideographic and no-break spaces. */
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

  /** Whether a cell is blank or has a sign that means none: -, —, /, 无. */
  public static boolean isNone(String text) {
    if (isBlank(text)) {
      return true;
    }
    char first = text.charAt(0);
    boolean isLong = text.length() > LONGEST_EMPTY_WORD_CHARACTERS && !isSpace(first);
    return !isLong && !beginsValue(first) && EMPTY_WORDS.contains(narrow(text));
  }

  /**
   * A fast test: most cells begin with a digit or a Chinese letter other than 无 and 空, so they are
   * not such a sign.
   */
  private static boolean beginsValue(char first) {
    return first < FIRST_HAN
        ? first >= '0' && first <= '9'
        : first <= LAST_HAN && first != '无' && first != '空';
  }

  /** Whether a text has only white space. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Removes invisible characters that do not change what is visible: zero-width spaces and joiners,
   * soft hyphens, encoding marks, and marks that keep text running from left to right.
   */
  public static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnseen(text.charAt(i))) {
        return withoutUnseen(text);
      }
    }
    return text;
  }

  /**
   * Whether a character makes text run from right to left, so that digits appear in another order
   * than written.
   */
  public static boolean turnsText(char glyph) {
    return glyph == '\u202b'
        || glyph == '\u202e'
        || glyph == '\u2067'
        || glyph == '\u200f'
        || glyph == '\u061c';
  }

  /** Replaces each character that changes the direction by its name: [U+202E]. */
  public static String named(String text) {
    if (text.chars().noneMatch(glyph -> turnsText((char) glyph))) {
      return text;
    }
    StringBuilder named = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char glyph = text.charAt(i);
      if (turnsText(glyph)) {
        named.append("[U+%04X]".formatted((int) glyph));
      } else {
        named.append(glyph);
      }
    }
    return named.toString();
  }

  private static boolean isUnseen(char glyph) {
    return glyph > '\u206f'
        ? glyph == '\ufeff'
        : glyph >= '\u00ad'
            && (glyph == '\u00ad'
                || glyph == '\u180e'
                || (glyph >= '\u200b' && isUnseenMark(glyph)));
  }

  private static boolean isUnseenMark(char glyph) {
    return glyph <= '\u200e'
        || glyph == '\u202a'
        || glyph == '\u202c'
        || glyph == '\u202d'
        || (glyph >= '\u2060' && glyph != '\u2067');
  }

  private static String withoutUnseen(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isUnseen(text.charAt(i))) {
        seen.append(text.charAt(i));
      }
    }
    return seen.toString();
  }

  public static boolean isSpace(char glyph) {
    return glyph <= ' '
        || glyph == '\u00a0'
        || glyph == '\u3000'
        || glyph == '\ufeff'
        || (glyph >= '\u2000' && glyph <= '\u200b');
  }

  private static boolean isWide(char glyph) {
    return (glyph >= '！' && glyph <= '～') || glyph == '\u3000' || glyph == '\u00a0';
  }

  private static String narrowed(String text) {
    char[] glyphs = text.toCharArray();
    for (int i = 0; i < glyphs.length; i++) {
      if (isWide(glyphs[i])) {
        boolean isSpace = glyphs[i] == '\u3000' || glyphs[i] == '\u00a0';
        glyphs[i] = isSpace ? ' ' : (char) (glyphs[i] - FULL_WIDTH_OFFSET);
      }
    }
    return new String(glyphs);
  }
}
