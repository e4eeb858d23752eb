package org.sunlitledger.definition;

import java.util.Optional;

/**
 * The years in which a definition is valid, written {@code 2019..2020}, {@code ..2020}, {@code
 * 2021..}.
 */
public record Years(int from, int to) {
  public static final Years ALWAYS = new Years(0, 9999);

  /** Reads a range; either end may be open. */
  public static Years parse(String place, String text) {
    int dots = text.indexOf("..");
    try {
      if (dots < 0) {
        int year = Integer.parseInt(text.strip());
        return of(place, year, year);
      }
      return of(
          place,
          end(text.substring(0, dots), ALWAYS.from),
          end(text.substring(dots + 2), ALWAYS.to));
    } catch (NumberFormatException notYears) {
      throw new DefinitionException(
          place, "expected years as 2019..2020, ..2020 or 2021.., found '%s'".formatted(text));
    }
  }

  /** The years from one to another. An empty range is an error. */
  public static Years of(String place, int from, int to) {
    if (from > to || from < ALWAYS.from || to > ALWAYS.to) {
      throw new DefinitionException(place, "there are no years from %d to %d".formatted(from, to));
    }
    return new Years(from, to);
  }

  /** The range as people read it: 2019–2020, –2020, 2021–. */
  public String text() {
    String begin = from == ALWAYS.from ? "" : String.valueOf(from);
    String end = to == ALWAYS.to ? "" : String.valueOf(to);
    return begin.equals(end) ? begin : begin + "–" + end;
  }

  public boolean contains(int year) {
    return from <= year && year <= to;
  }

  /** Whether both ranges contain a common year. */
  public boolean overlaps(Years other) {
    return from <= other.to && other.from <= to;
  }

  /** The common years; empty if there are none. */
  public Optional<Years> common(Years other) {
    return overlaps(other)
        ? Optional.of(new Years(Math.max(from, other.from), Math.min(to, other.to)))
        : Optional.empty();
  }

  private static int end(String text, int open) {
    return text.isBlank() ? open : Integer.parseInt(text.strip());
  }
}
