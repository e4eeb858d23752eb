package org.sunlitledger.quantity.text;

/** What a text was read as: a value, or why it is none. */
public sealed interface Parsed<T> {

  /** The text is good. */
  record Value<T>(T value) implements Parsed<T> {}

  /** The text is not; {@code fault} says which way. */
  record Unparsable<T>(ParseFault fault) implements Parsed<T> {}

  /** The ways in which a text can fail to be a value. */
  enum ParseFault {
    /** Not written as such a value is. */
    FORM,
    /** Thousands separators in the wrong places. */
    SEPARATORS,
    /** More decimals than a whole fen has. */
    PRECISION,
    /** Larger than anything that can be kept. */
    RANGE,
    /** A day that no calendar has. */
    CALENDAR,
    /** A check digit that does not agree with the rest. */
    CHECK_DIGIT
  }

  static <T> Parsed<T> of(T value) {
    return new Value<>(value);
  }

  static <T> Parsed<T> refused(ParseFault fault) {
    return new Unparsable<>(fault);
  }
}
