package org.sunlitledger.intake.workbook.number;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a date that a number format shows. The library gives a cell's format by number and,
 * if the workbook contains it, by code. The code decides. A number without code refers to the
 * built-in formats of the Chinese Excel, which does not write the codes of 27–36 and 50–58. 48 and
 * 49 among them are not dates: 48 is scientific, and 49 is text, in which long digit strings are
 * often stored. Formats of elapsed time such as [h]:mm show a duration and not a date; they are
 * ignored.
 */
enum DateFormat {
  NONE,
  DATE,
  TIME,
  BOTH;

  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"]*\"?|[\\\\!].|[_*].|\\[[^\\]]*\\]?");
  private static final Pattern ELAPSED = Pattern.compile("\\[(h+|m+|s+)\\]");
  private static final Pattern HALF_DAY = Pattern.compile("am/pm|a/p|上午/下午");
  private static final Pattern PARTS_OF_SECOND = Pattern.compile("s\\.0+");

  boolean showsDate() {
    return this == DATE || this == BOTH;
  }

  boolean showsTime() {
    return this == TIME || this == BOTH;
  }

  static DateFormat parse(@Nullable Integer id, @Nullable String code) {
    if (code != null) {
      return ofCode(code);
    }
    if (id == null) {
      return NONE;
    }
    return switch (id) {
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
      case 22 -> BOTH;
      default -> NONE;
    };
  }

  /** Whether a format shows a duration such as 30:15. */
  static boolean isElapsed(String code) {
    return ELAPSED.matcher(code.toLowerCase(Locale.ROOT)).find();
  }

  private static DateFormat ofCode(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (isElapsed(code)) {
      return NONE;
    }
    String bare = QUOTED.matcher(lower).replaceAll("");
    int section = bare.indexOf(';');
    bare = section < 0 ? bare : bare.substring(0, section);
    bare = PARTS_OF_SECOND.matcher(HALF_DAY.matcher(bare).replaceAll("h")).replaceAll("s");
    if (bare.contains("general") || has(bare, "0#?@")) {
      return NONE;
    }
    boolean time = has(bare, "hs");
    boolean date = has(bare, "yd") || (has(bare, "m") && !time);
    return date ? (time ? BOTH : DATE) : time ? TIME : NONE;
  }

  private static boolean has(String text, String anyOf) {
    return text.chars().anyMatch(glyph -> anyOf.indexOf(glyph) >= 0);
  }
}
