package org.sunlitledger.decision;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sunlitledger.quantity.person.PersonName;

/**
 * A name as one person may write it: in traditional characters, in full width, with blanks, signs
 * or an addition in brackets, in pinyin, or with letters of another script that look alike. Where
 * it is not sure, two names are one person's, so that nobody approves their own decision.
 *
 * <p>Titles, roles and digits beside a name do not make another person of it; a name may then be
 * read in more than one way.
 *
 * @param name letters of the name, in simplified characters
 * @param addition the same of what is in brackets, or of the unit before or behind the name
 */
record WrittenName(String name, String addition) {
  private static final Pattern ADDITION =
      Pattern.compile("[(\\[{<〈《【〔「『][^)\\]}>〉》】〕」』]*[)\\]}>〉》】〕」』]?");

  /** Between words, and where a digit or a capital begins another: MrLiSi. */
  private static final Pattern WORD =
      Pattern.compile(
          "[^\\p{L}\\p{M}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{IsHan})(?=\\P{IsHan})|(?<=\\p{IsLatin})(?=\\p{IsHan})");

  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}|\\p{M}");

  private static final Pattern NOT_HAN = Pattern.compile("\\P{IsHan}");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
  private static final Pattern TWICE = Pattern.compile("^(.{2,})\\1+$");
  private static final int SHORTEST = 2;

  private static final Pattern UNIT = Pattern.compile(".+(?:[局科股处办室所站部委厅院校队乡镇县区市组村]|中心)");

  /**
   * Loaded when a name is first compared: its tables take a moment, and most commands need none.
   */
  private static final class Tables {
    static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin");
    static final SpoofChecker LOOK_ALIKE = new SpoofChecker.Builder().build();

    private Tables() {}
  }

  /** All that a name may mean, the way it is written first. */
  static List<WrittenName> readings(String typed) {
    String text = Normalizer.normalize(typed, Form.NFKC);
    String outside = ADDITION.matcher(text).replaceAll(" ");
    String inside =
        ADDITION.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "));
    if (bare(outside).isEmpty() && !bare(inside).isEmpty()) {
      // 复核（李四）
      return readings(inside, "");
    }
    return letters(outside).isEmpty()
        ? List.of(new WrittenName(text.strip(), ""))
        : readings(outside, bare(inside));
  }

  private static List<WrittenName> readings(String text, String addition) {
    Set<WrittenName> readings = new LinkedHashSet<>();
    readings.add(new WrittenName(letters(text), addition));
    // 会计1 and 会计2
    readings.add(new WrittenName(DIGIT.matcher(letters(text)).replaceAll(""), addition));
    String bare = bare(text);
    if (!bare.isEmpty()) {
      readings.add(new WrittenName(bare, addition));
      inAnyOrder(words(text)).forEach(name -> readings.add(new WrittenName(name, addition)));
      String han = TWICE.matcher(NOT_HAN.matcher(bare).replaceAll("")).replaceAll("$1");
      if (han.length() >= SHORTEST) {
        readings.add(new WrittenName(Titles.without(han), addition));
      }
      for (int at = 1; at < han.length(); at++) {
        String begin = han.substring(0, at);
        String end = han.substring(at);
        ofUnit(begin, end, addition).ifPresent(readings::add);
        ofUnit(end, begin, addition).ifPresent(readings::add);
      }
    }
    readings.removeIf(reading -> reading.name().isEmpty());
    return List.copyOf(readings);
  }

  /** 财政局李四, or 李四财政局. */
  private static Optional<WrittenName> ofUnit(String unit, String titled, String addition) {
    String name = Titles.without(titled);
    return UNIT.matcher(unit).matches() && PersonName.isLikely(name)
        ? Optional.of(new WrittenName(name, unit + addition))
        : Optional.empty();
  }

  /** Names in Latin letters have the surname before or behind. */
  private static List<String> inAnyOrder(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(
            first ->
                String.join("", words.subList(first, words.size()))
                    + String.join("", words.subList(0, first)))
        .toList();
  }

  /** Letters without titles and roles; empty where there are no others. */
  private static String bare(String text) {
    return Titles.without(String.join("", words(text)));
  }

  /** The words that are no titles, without digits. */
  private static List<String> words(String text) {
    return WORD.splitAsStream(UNSEEN.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll(""))
        .map(WrittenName::letters)
        .filter(word -> !word.isEmpty() && !Titles.isOne(word))
        .toList();
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
        || isTurned(name, other.name)
        || isSurname(name, other.name)
        || isSurname(other.name, name)
        || isPinyin(other.name, name)
        || isPinyin(name, other.name)
        || looksLike(other.name);
  }

  /** 四李 is 李四. */
  private static boolean isTurned(String one, String other) {
    return isHan(one)
        && isHan(other)
        && Arrays.equals(
            one.codePoints().sorted().toArray(), other.codePoints().sorted().toArray());
  }

  /** 王主任 may be 王芳. */
  private static boolean isSurname(String surname, String name) {
    return isHan(name) && name.startsWith(surname) && PersonName.isSurname(surname);
  }

  /** Characters that look alike, as 士 and 土, are two names as long as no other script is there. */
  private boolean looksLike(String other) {
    boolean isMixed = !isHan(name) || !isHan(other);
    return isMixed
        && (skeleton(name).equals(skeleton(other))
            || skeleton(upper(name)).equals(skeleton(upper(other))));
  }

  /**
   * Whether a name in Latin letters, or partly so, is how another one is read, or its surname:
   * ZHANG SAN, ZHANG.
   */
  private static boolean isPinyin(String latin, String han) {
    if (!isHan(han) || isHan(latin)) {
      return false;
    }
    String read = letters(Tables.PINYIN.transliterate(latin));
    List<String> syllables =
        han.codePoints()
            .mapToObj(glyph -> letters(Tables.PINYIN.transliterate(Character.toString(glyph))))
            .toList();
    String given = String.join("", syllables.subList(1, syllables.size()));
    String surname = syllables.get(0);
    return read.equals(surname) || read.equals(surname + given) || read.equals(given + surname);
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
