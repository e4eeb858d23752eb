package org.sunlitledger.definition;

import java.util.regex.Pattern;

/** Checks table and column names from definitions. Only plain identifiers are allowed. */
public final class SqlName {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private SqlName() {}

  /**
   * The name in quotes.
   *
   * @throws IllegalArgumentException when it has other characters than lower-case letters, digits
   *     and underscores
   */
  public static String checked(String name) {
    return '"' + plain(name) + '"';
  }

  /** The name without quotes, after the same check. */
  public static String plain(String name) {
    if (!PLAIN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not a plain name of a table or column: '%s' (lower-case letters, digits, _)"
              .formatted(name));
    }
    return name;
  }
}
