package org.sunlitledger.rollup;

/** Where a line is: pages of lines go on from the last line of the page before. */
public record LinePlace(long delivery, int line) {
  private static final int BITS_OF_A_LINE = 31;

  /** Before all lines. */
  public static final LinePlace START = new LinePlace(0, 0);

  /** As one number, in the same order; deliveries are numbered below 2^32. */
  public long number() {
    return delivery << BITS_OF_A_LINE | line;
  }

  /** The place with a number. */
  public static LinePlace of(long number) {
    return new LinePlace(number >> BITS_OF_A_LINE, (int) (number & ((1L << BITS_OF_A_LINE) - 1)));
  }
}
