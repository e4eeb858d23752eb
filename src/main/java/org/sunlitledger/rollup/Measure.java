package org.sunlitledger.rollup;

import java.util.List;
import java.util.Map;

/**
 * What is measured over a subject, under a filter. The value of a figure and the lines behind it
 * both come from this one definition.
 *
 * @param where column → the values it may have; all must hold
 */
public record Measure(
    String id, Subject subject, Map<String, List<String>> where, MeasureKind kind, Span span) {

  /** How the lines make a value. */
  public sealed interface MeasureKind permits Sum, Count, Lookup, Distinct, LabelList {}

  /** The sum of a column of numbers, exactly: fen, a count, or decimal numbers such as 亩. */
  public record Sum(String column) implements MeasureKind {}

  /** The number of lines. */
  public record Count() implements MeasureKind {}

  /** The value of the one line there must be; without a line there is no value. */
  public record Lookup(String column) implements MeasureKind {}

  /** The number of distinct keys. */
  public record Distinct(String key) implements MeasureKind {}

  /** The labels of the distinct keys. */
  public record LabelList(String key, String label) implements MeasureKind {}

  /** Which years' lines count. */
  public enum Span {
    /** The year alone. */
    YEAR,
    /** The year and all before it. */
    CUMULATIVE;

    /** The first year whose lines count for a year. */
    int firstYear(int year) {
      return this == YEAR ? year : 0;
    }
  }

  /** Whether it is the sum, over all years, of what another measure is of each. */
  public boolean addsUp(Measure year) {
    return (kind instanceof Sum || kind instanceof Count)
        && kind.equals(year.kind)
        && span == Span.CUMULATIVE
        && year.span == Span.YEAR
        && subject.equals(year.subject)
        && where.equals(year.where);
  }

  /** The column that a distinct count or list goes by; empty for sums and counts. */
  public String key() {
    if (kind instanceof Distinct distinct) {
      return distinct.key();
    }
    return kind instanceof LabelList labels ? labels.key() : "";
  }

  /** The column that labels a key. */
  String label() {
    return kind instanceof LabelList labels ? labels.label() : key();
  }

  public boolean isDistinct() {
    return kind instanceof Distinct;
  }

  public boolean isList() {
    return kind instanceof LabelList;
  }

  /** Whether it counts lines or what they name, and so leaves out what was undone. */
  boolean counts() {
    return kind instanceof Count || countsKeys();
  }

  /** Whether its roll-up keeps the keys themselves, not just their number. */
  public boolean countsKeys() {
    return kind instanceof Distinct || kind instanceof LabelList;
  }

  /** The column that is added up; amounts of a distinct count serve to order its keys. */
  String amount() {
    if (kind instanceof Sum sum) {
      return sum.column();
    }
    return kind instanceof Lookup lookup ? lookup.column() : "amount";
  }
}
