package org.sunlitledger.quantity.text;

/** The result of reading a text: a value, or the reason for its rejection. */
public sealed interface Parsed<T> {

  /** The text is valid. */
  record Value<T>(T value) implements Parsed<T> {}

  /** The text is invalid; {@code fault} gives the reason. */
  record Unparsable<T>(ParseFault fault) implements Parsed<T> {}

  /** The reasons why a text is not a value. */
  enum ParseFault {
    /** The text does not have the form of such a value. */
    FORM,
    /** Thousands separators are in the wrong places. */
    SEPARATORS,
    /** The text has more decimals than a whole fen. */
    PRECISION,
    /** The value is larger than the database can keep. */
    RANGE,
    /** The day is not in the calendar. */
    CALENDAR,
    /** The check digit does not agree with the rest. */
    CHECK_DIGIT
  }

  static <T> Parsed<T> of(T value) {
    return new Value<>(value);
  }

  static <T> Parsed<T> refused(ParseFault fault) {
    return new Unparsable<>(fault);
  }
}
