package org.sunlitledger.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.text.Glyphs;

/** Text fitted to a screen: cut, wrapped, and with digits in groups of three. */
public final class ScreenText {
  /** Shows that something was cut. */
  static final String CUT = "…";

  private static final String NOT_AT_THE_START = "，。；：、）”》！？,.;:)]!?…";

  /** Yuan of four digits or more, before their unit. */
  private static final Pattern YUAN =
      Pattern.compile("(?<![0-9.,])([0-9]{4,})(?=(?:\\.[0-9]+)? ?(?:元|万元|亿元|yuan))");

  private static final Pattern THREE_DIGITS = Pattern.compile("\\B(?=(?:[0-9]{3})+$)");

  private ScreenText() {}

  /** The text, or its beginning with … where it is wider than the limit. */
  static String cut(String text, int width) {
    if (Glyphs.width(text) <= width) {
      return text;
    }
    int end = 0;
    int used = Glyphs.width(CUT);
    while (used + width(text.codePointAt(end)) <= width) {
      int glyph = text.codePointAt(end);
      used += width(glyph);
      end += Character.charCount(glyph);
    }
    return text.substring(0, end).stripTrailing() + CUT;
  }

  /** The text in lines of at most so many columns, broken at blanks and between Chinese glyphs. */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (Glyphs.width(rest) > width) {
      int end = breakAt(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** The same with blanks before each line. */
  public static List<String> wrapped(String text, int width, int indent) {
    String before = " ".repeat(indent);
    return wrapped(text, width - indent).stream().map(line -> before + line).toList();
  }

  /** A sentence whose amounts in yuan have their digits in groups of three: 1,004,383元. */
  public static String grouped(String sentence) {
    return YUAN.matcher(sentence)
        .replaceAll(number -> THREE_DIGITS.matcher(number.group(1)).replaceAll(","));
  }

  /** The last place to break before the limit; at the limit where there is none. */
  private static int breakAt(String text, int width) {
    int used = 0;
    int best = 0;
    int at = 0;
    while (at < text.length()) {
      int glyph = text.codePointAt(at);
      if (mayBreak(text, at)) {
        best = at;
      }
      used += width(glyph);
      if (used > width) {
        break;
      }
      at += Character.charCount(glyph);
    }
    return best > 0 ? best : Math.max(at, Character.charCount(text.codePointAt(0)));
  }

  private static boolean mayBreak(String text, int at) {
    if (at == 0 || NOT_AT_THE_START.indexOf(text.charAt(at)) >= 0) {
      return false;
    }
    int before = text.codePointBefore(at);
    boolean isHyphen = (before == '-' || before == '_') && !Character.isDigit(text.charAt(at));
    return before == ' ' || isHyphen || width(before) == 2 || width(text.codePointAt(at)) == 2;
  }

  private static int width(int glyph) {
    return Glyphs.width(Character.toString(glyph));
  }
}
