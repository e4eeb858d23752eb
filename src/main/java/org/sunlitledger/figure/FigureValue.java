package org.sunlitledger.figure;

import java.math.BigDecimal;
import java.util.List;

/** The exact value of a figure; its text is made at the last step. */
public sealed interface FigureValue {

  /** Fen, a count, or a sum of decimal numbers. */
  record Quantity(BigDecimal value) implements FigureValue {}

  /** A fraction of two numbers; the denominator is not zero. */
  record Fraction(BigDecimal numerator, BigDecimal denominator) implements FigureValue {}

  /** Labels, in order. */
  record Labels(List<String> labels) implements FigureValue {}

  /**
   * Nothing that could be printed as a number.
   *
   * @param problem why
   */
  record Absent(Problem problem) implements FigureValue {}

  /** Nothing, and rightly so: the third of two documents. */
  record NotApplicable() implements FigureValue {}
}
