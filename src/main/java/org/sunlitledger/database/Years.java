package org.sunlitledger.database;

/**
 * The years in which a definition holds, written {@code 2019..2020}, {@code ..2020}, {@code
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
        return new Years(year, year);
      }
      return new Years(
          end(text.substring(0, dots), ALWAYS.from), end(text.substring(dots + 2), ALWAYS.to));
    } catch (NumberFormatException notYears) {
      throw new DefinitionException(
          place, "expected years as 2019..2020, ..2020 or 2021.., found '%s'".formatted(text));
    }
  }

  public boolean contains(int year) {
    return from <= year && year <= to;
  }

  private static int end(String text, int open) {
    return text.isBlank() ? open : Integer.parseInt(text.strip());
  }
}
