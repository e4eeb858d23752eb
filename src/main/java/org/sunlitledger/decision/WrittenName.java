package org.sunlitledger.decision;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name as one person may write it: in traditional characters, in full width, with blanks, signs
 * or an addition in brackets, in pinyin, or with letters of another script that look alike. Where
 * it is not sure, two names are one person's, so that nobody approves their own decision.
 *
 * @param name letters and digits of the name alone, in simplified characters
 * @param addition the same of what is in brackets: an office, a role
 */
record WrittenName(String name, String addition) {
  private static final Pattern ADDITION =
      Pattern.compile("[(\\[{<〈《【〔「『][^)\\]}>〉》】〕」』]*[)\\]}>〉》】〕」』]?");

  /**
   * Loaded when a name is first compared: its tables take a moment, and most commands need none.
   */
  private static final class Tables {
    static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin");
    static final SpoofChecker LOOK_ALIKE = new SpoofChecker.Builder().build();

    private Tables() {}
  }

  static WrittenName of(String typed) {
    String text = Normalizer.normalize(typed, Form.NFKC);
    String outside = letters(ADDITION.matcher(text).replaceAll(" "));
    String inside =
        ADDITION
            .matcher(text)
            .results()
            .map(found -> letters(found.group()))
            .collect(Collectors.joining());
    if (!outside.isEmpty()) {
      return new WrittenName(outside, inside);
    }
    return new WrittenName(inside.isEmpty() ? text.strip() : inside, "");
  }

  /**
   * Whether both may be one person. Two additions that differ make two persons: 王芳（教育局） and
   * 王芳（财政局）.
   */
  boolean isSamePerson(WrittenName other) {
    return isSameName(other) && mayBeSameAddition(other);
  }

  private boolean mayBeSameAddition(WrittenName other) {
    return addition.contains(other.addition) || other.addition.contains(addition);
  }

  private boolean isSameName(WrittenName other) {
    return name.equals(other.name)
        || isPinyin(other.name, name)
        || isPinyin(name, other.name)
        || looksLike(other.name);
  }

  /** Characters that look alike, as 士 and 土, are two names as long as no other script is there. */
  private boolean looksLike(String other) {
    boolean isMixed = !isHan(name) || !isHan(other);
    return isMixed
        && (skeleton(name).equals(skeleton(other))
            || skeleton(upper(name)).equals(skeleton(upper(other))));
  }

  /**
   * Whether a name in Latin letters is how another one is read, or its surname: ZHANG SAN, ZHANG.
   */
  private static boolean isPinyin(String latin, String han) {
    if (!isHan(han) || latin.chars().anyMatch(glyph -> glyph > 'z')) {
      return false;
    }
    List<String> syllables =
        han.codePoints()
            .mapToObj(glyph -> letters(Tables.PINYIN.transliterate(Character.toString(glyph))))
            .toList();
    String given = String.join("", syllables.subList(1, syllables.size()));
    String surname = syllables.get(0);
    return latin.equals(surname) || latin.equals(surname + given) || latin.equals(given + surname);
  }

  private static String letters(String text) {
    String simplified = Tables.SIMPLIFIED.transliterate(text);
    return Normalizer.normalize(simplified, Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static String skeleton(String text) {
    return Tables.LOOK_ALIKE.getSkeleton(text);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static boolean isHan(String text) {
    return text.codePoints().allMatch(glyph -> UnicodeScript.of(glyph) == UnicodeScript.HAN);
  }
}
