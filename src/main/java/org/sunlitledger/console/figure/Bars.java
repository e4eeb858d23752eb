package org.sunlitledger.console.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Where the bars of a chart begin and how long they are, in thousandths of its width. Bars of
 * values below zero lie left of the others.
 */
public final class Bars {
  private static final int WIDTH = 1000;

  /** A bar that is not zero can be seen. */
  private static final int LEAST = 4;

  private final BigDecimal lowest;
  private final BigDecimal range;

  private Bars(BigDecimal lowest, BigDecimal highest) {
    this.lowest = lowest;
    this.range = highest.subtract(lowest);
  }

  /** A bar. */
  public record Bar(int x, int width) {}

  static Bars of(List<BigDecimal> values) {
    BigDecimal lowest = BigDecimal.ZERO;
    BigDecimal highest = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      lowest = lowest.min(value);
      highest = highest.max(value);
    }
    return new Bars(lowest, highest);
  }

  Bar bar(BigDecimal value) {
    if (value.signum() == 0) {
      return new Bar(0, 0);
    }
    int length = Math.max(LEAST, thousandths(value.abs()));
    int zero = thousandths(lowest.negate());
    return value.signum() > 0
        ? new Bar(Math.min(zero, WIDTH - length), length)
        : new Bar(Math.max(0, zero - length), length);
  }

  private int thousandths(BigDecimal value) {
    return value
        .multiply(BigDecimal.valueOf(WIDTH))
        .divide(range, MathContext.DECIMAL64)
        .intValue();
  }
}
