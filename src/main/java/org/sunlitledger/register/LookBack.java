package org.sunlitledger.register;

/**
 * How far rules and joins look back in a register: its records of a year stay in their table until
 * so many later years are closed.
 */
public record LookBack(int years) {
  /** The records stay for ever. */
  public static final LookBack ALWAYS = new LookBack(Integer.MAX_VALUE);

  /** The word for {@link #ALWAYS} in the definition of a register. */
  static final String ALWAYS_WORD = "always";

  public boolean isAlways() {
    return equals(ALWAYS);
  }
}
