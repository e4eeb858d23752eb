package org.sunlitledger.definition;

import java.util.regex.Pattern;

/** Table and column names out of definitions: plain identifiers, or refused. */
public final class SqlName {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private SqlName() {}

  /**
   * The name, quoted.
   *
   * @throws IllegalArgumentException when it is not lower-case letters, digits and underscores
   */
  public static String checked(String name) {
    return '"' + plain(name) + '"';
  }

  /** The name as it is, once it has been looked at. */
  public static String plain(String name) {
    if (!PLAIN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not a plain name of a table or column: '%s' (lower-case letters, digits, _)"
              .formatted(name));
    }
    return name;
  }
}
