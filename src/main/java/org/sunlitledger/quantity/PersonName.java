package org.sunlitledger.quantity;

/** Names of people are kept masked: 张**. */
public final class PersonName {
  private PersonName() {}

  /** The first character, the others starred. */
  public static String masked(String name) {
    if (name.isEmpty()) {
      return name;
    }
    int first = name.offsetByCodePoints(0, 1);
    int others = name.codePointCount(first, name.length());
    return name.substring(0, first) + "*".repeat(others);
  }
}
