package org.sunlitledger.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Searches for names and ID numbers of people. Names are compared without blanks and in one form of
 * each character, ID numbers by their digits alone, whatever is between them, and by their digits
 * without the region.
 */
final class PersonalSearch {
  /** The shortest digits that are searched for: those of an old number. */
  private static final int FEWEST = 15;

  private static final long WINDOW = 1_000_000_000_000_000L;

  /** Birth and sequence, without the check character. */
  private static final int TAIL = 11;

  private static final int AROUND = 40;

  private final Map<Integer, List<String>> names = new HashMap<>();
  private final Map<Long, List<String>> numbers = new HashMap<>();
  private final Map<Long, List<String>> tails = new HashMap<>();
  private final Map<String, Person> owners = new HashMap<>();
  private final Set<Hit> hits = new LinkedHashSet<>();
  private long characters;

  /**
   * A person who was found.
   *
   * @param how encoding and container of the text
   */
  record Hit(String place, String how, Person person, String around) {
    @Override
    public String toString() {
      return "%s %s in %s (%s): %s"
          .formatted(person.name(), person.number(), place, how.strip(), around);
    }
  }

  PersonalSearch(Collection<Person> people) {
    for (Person person : people) {
      if (!person.name().isEmpty()) {
        word(normal(person.name()), person);
      }
      if (!person.number().isEmpty()) {
        add(tails, TAIL, person.tail(), person);
        for (String digits : person.digits()) {
          add(numbers, FEWEST, digits, person);
        }
      }
    }
  }

  private void word(String word, Person person) {
    names.computeIfAbsent(start(word, 0), none -> new ArrayList<>()).add(word);
    owners.put(word, person);
  }

  private void add(Map<Long, List<String>> to, int length, String digits, Person person) {
    to.computeIfAbsent(Long.parseLong(digits.substring(0, length)), none -> new ArrayList<>())
        .add(digits);
    owners.put(digits, person);
  }

  /** The first two characters of a word. */
  private static int start(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }

  Set<Hit> hits() {
    return hits;
  }

  /** The number of characters searched, in all possible readings. */
  long characters() {
    return characters;
  }

  void take(String place, String text) {
    take(place, text.getBytes(StandardCharsets.UTF_8));
  }

  void take(String place, byte[] bytes) {
    new Unpacked((how, text) -> search(place, how, text)).take(bytes);
  }

  private void search(String place, String how, String text) {
    characters += text.length();
    String normal = normal(text);
    boolean isGuessed = how.endsWith("gbk") || how.contains("UTF-16");
    for (int i = 0; i + 1 < normal.length(); i++) {
      List<String> words = normal.charAt(i) < 0x80 ? null : names.get(start(normal, i));
      if (words != null) {
        for (String word : words) {
          // two characters appear by chance among any bytes
          if (normal.startsWith(word, i) && !(isGuessed && word.length() < 3)) {
            hit(place, how, word, normal, i);
          }
        }
      }
    }
    searchDigits(place, how, normal);
  }

  private void searchDigits(String place, String how, String normal) {
    StringBuilder all = new StringBuilder();
    int run = 0;
    for (int i = 0; i < normal.length(); i++) {
      int digit = Character.digit(normal.charAt(i), 10);
      run = digit >= 0 ? run + 1 : 0;
      if (digit >= 0) {
        all.append((char) ('0' + digit));
      }
      if (run >= TAIL) {
        int from = i + 1 - TAIL;
        Long value = value(normal, from, i + 1);
        for (String tail : tails.getOrDefault(value, List.of())) {
          if (normal.startsWith(tail, from)) {
            hit(place, how, tail, normal, from);
          }
        }
      }
    }
    long window = 0;
    for (int end = 1; end <= all.length(); end++) {
      window = (window * 10 + all.charAt(end - 1) - '0') % WINDOW;
      List<String> begun = end < FEWEST ? null : numbers.get(window);
      if (begun != null) {
        int from = end - FEWEST;
        for (String digits : begun) {
          if (isAt(all, from, digits)) {
            hit(place, how, digits, all.toString(), from);
          }
        }
      }
    }
  }

  private static long value(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + Character.digit(text.charAt(i), 10);
    }
    return value;
  }

  private static boolean isAt(StringBuilder text, int at, String part) {
    int end = at + part.length();
    return end <= text.length() && text.substring(at, end).equals(part);
  }

  private void hit(String place, String how, String word, String text, int at) {
    String around =
        text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + 2 * AROUND));
    hits.add(new Hit(place, how, Objects.requireNonNull(owners.get(word)), around));
  }

  /** The text without blanks and invisible characters, each character in half width. */
  private static String normal(String text) {
    String one = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder normal = new StringBuilder(one.length());
    for (int i = 0; i < one.length(); i++) {
      char glyph = one.charAt(i);
      boolean isSeen =
          !Character.isWhitespace(glyph)
              && !Character.isSpaceChar(glyph)
              && Character.getType(glyph) != Character.FORMAT
              && Character.getType(glyph) != Character.CONTROL;
      if (isSeen) {
        normal.append(glyph);
      }
    }
    return normal.toString();
  }
}
