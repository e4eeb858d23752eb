package org.sunlitledger.quantity.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.quantity.text.CreditCode;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;

/**
 * Finds ID numbers in text. They have 18 digits, or 15 in the old form, and may have one digit too
 * many or too few, full-width digits, and blanks or hyphens between digits. A number must have a
 * date and also a known region or a correct check character, so most other long numbers stay
 * unchanged.
 */
final class IdNumberSearch {
  private static final int MIN_DIGITS = 15;
  private static final int ID_NUMBER_CHARACTERS = 18;
  private static final int MAX_CHARACTERS = ID_NUMBER_CHARACTERS + 1;
  private static final int MAX_SEPARATORS = 3;
  private static final int AREA_CODE_DIGITS = 6;

  /** The first two digits of regions; 99 is used in examples. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83", "91", "99");

  private final LikelyBirth births;

  IdNumberSearch(LikelyBirth births) {
    this.births = births;
  }

  /** Digits without anything between them, from {@code from} to {@code to}. */
  private record DigitGroup(int from, int to, String digits, boolean follows) {}

  private record FoundIdNumber(int from, int to, String digits, int last) {}

  /** A fast test for every cell, so that few cells need the full search. */
  static boolean mayHaveOne(String text) {
    int length = text.length();
    if (length < MIN_DIGITS) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < length; i++) {
      char glyph = text.charAt(i);
      boolean isHan = glyph >= '\u4e00' && glyph <= '\u9fff';
      // for glyphs beyond ASCII, digit() recognises the digits of all scripts
      if (glyph < 0x80 ? glyph >= '0' && glyph <= '9' : !isHan && Character.digit(glyph, 10) >= 0) {
        digits++;
      }
    }
    return digits >= MIN_DIGITS;
  }

  boolean isIn(String text) {
    List<DigitGroup> groups = groups(text);
    for (int i = 0; i < groups.size(); i++) {
      if (at(groups, i) != null) {
        return true;
      }
    }
    return false;
  }

  String masked(String text) {
    List<DigitGroup> groups = groups(text);
    StringBuilder masked = new StringBuilder();
    int done = 0;
    for (int i = 0; i < groups.size(); i++) {
      FoundIdNumber found = at(groups, i);
      if (found != null) {
        masked
            .append(text, done, found.from())
            .append(found.digits(), 0, AREA_CODE_DIGITS)
            .append("*".repeat(found.digits().length() - AREA_CODE_DIGITS));
        done = found.to();
        i = found.last();
      }
    }
    return done == 0 ? text : masked.append(text, done, text.length()).toString();
  }

  /** The longest number that begins with a group of digits; null if there is none. */
  private @Nullable FoundIdNumber at(List<DigitGroup> groups, int first) {
    FoundIdNumber found = null;
    String digits = "";
    for (int last = first; last < groups.size() && digits.length() < MAX_CHARACTERS; last++) {
      DigitGroup group = groups.get(last);
      if (last > first && !group.follows()) {
        break;
      }
      digits += group.digits();
      if (last == first ? isAnywhereIn(digits) : isOne(digits)) {
        found = new FoundIdNumber(groups.get(first).from(), group.to(), digits, last);
      }
    }
    return found;
  }

  private static List<DigitGroup> groups(String text) {
    List<DigitGroup> groups = new ArrayList<>();
    int end = -1;
    int i = 0;
    while (i < text.length()) {
      if (digit(text.charAt(i)) == 0) {
        i++;
        continue;
      }
      StringBuilder digits = new StringBuilder();
      int from = i;
      char digit = digit(text.charAt(i));
      while (digit != 0) {
        digits.append(digit);
        i++;
        // an X ends a number, so a digit behind it belongs to another number
        digit = digit == 'X' || i == text.length() ? 0 : digit(text.charAt(i));
      }
      groups.add(
          new DigitGroup(from, i, digits.toString(), end >= 0 && isSeparated(text, end, from)));
      end = i;
    }
    return groups;
  }

  /** The digit for a glyph, or the X at the end of a number; 0 if it is neither. */
  private static char digit(char glyph) {
    if (glyph >= '0' && glyph <= '9') {
      return glyph;
    }
    if (glyph < 0x80) {
      return glyph == 'x' || glyph == 'X' ? 'X' : 0;
    }
    int digit = Character.digit(glyph, 10);
    boolean isX = glyph == 'ｘ' || glyph == 'Ｘ' || glyph == '×' || glyph == 'Х' || glyph == 'х';
    return digit >= 0 ? (char) ('0' + digit) : isX ? 'X' : 0;
  }

  private static boolean isSeparated(String text, int from, int to) {
    if (to - from > MAX_SEPARATORS) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char glyph = text.charAt(i);
      boolean isSign = "-_./,'‐‑‒–—―−－·・．，／＿".indexOf(glyph) >= 0;
      if (!isSign && !Glyphs.isSpace(glyph) && Character.getType(glyph) != Character.FORMAT) {
        return false;
      }
    }
    return true;
  }

  /** Whether digits in one piece contain an ID number with other digits before or behind it. */
  private boolean isAnywhereIn(String digits) {
    if (digits.length() <= MAX_CHARACTERS) {
      return isOne(digits);
    }
    int last = digits.length() - ID_NUMBER_CHARACTERS;
    for (int at = 0; at <= last; at++) {
      String window = digits.substring(at, at + ID_NUMBER_CHARACTERS);
      boolean atAnEnd = at == 0 || at == last;
      if (hasDate(window) && isOfRegion(window) && (atAnEnd || checks(window))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOne(String digits) {
    int x = digits.indexOf('X');
    if (x >= 0 && x < digits.length() - 1) {
      return false;
    }
    return switch (digits.length()) {
      case 15 -> x < 0 && isOfRegion(digits) && births.isShortDate(digits, AREA_CODE_DIGITS);
      case 17 ->
          isOfRegion(digits)
              && (births.isDate(digits, AREA_CODE_DIGITS)
                  || births.isDate(digits, AREA_CODE_DIGITS - 1));
      case ID_NUMBER_CHARACTERS -> isWhole(digits);
      case MAX_CHARACTERS -> hasOneTooMany(digits);
      default -> false;
    };
  }

  private boolean isWhole(String digits) {
    return hasDate(digits) && (isOfRegion(digits) || checks(digits)) && !isCreditCode(digits);
  }

  private boolean hasOneTooMany(String digits) {
    if (isWhole(digits.substring(0, ID_NUMBER_CHARACTERS)) || isWhole(digits.substring(1))) {
      return true;
    }
    for (int i = 1; i < ID_NUMBER_CHARACTERS; i++) {
      String without = digits.substring(0, i) + digits.substring(i + 1);
      if (hasDate(without) && isOfRegion(without) && checks(without)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasDate(String digits) {
    return births.isDate(digits, AREA_CODE_DIGITS);
  }

  private static boolean isOfRegion(String digits) {
    return PROVINCES.contains(digits.substring(0, 2));
  }

  private static boolean checks(String digits) {
    int x = digits.indexOf('X');
    return (x < 0 || x == ID_NUMBER_CHARACTERS - 1)
        && IdNumber.check(digits) == digits.charAt(ID_NUMBER_CHARACTERS - 1);
  }

  /** Whether the text is a company code. It begins with 91 and may contain a date by chance. */
  private static boolean isCreditCode(String digits) {
    return digits.startsWith("91") && CreditCode.parse(digits) instanceof Parsed.Value<String>;
  }
}
