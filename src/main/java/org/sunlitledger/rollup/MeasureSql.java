package org.sunlitledger.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.definition.SqlName;

/**
 * The lines of a measure as a query: the one place where its filter becomes SQL. Values are bound;
 * names come from definitions and are checked to be plain identifiers.
 */
final class MeasureSql {
  /** On a row {@code s}: reversals, and what they took back as a whole, are counted nowhere. */
  static final String IS_COUNTED =
      """
      not exists (
        select
        from uncounted_line u
        where u.delivery_id = s.delivery_id
          and u.line = s.line
      )""";

  private final Measure measure;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private String condition;

  MeasureSql(Measure measure) {
    this(measure, "where");
  }

  /** Only lines whose key a population counts as well, over its own years up to a year. */
  MeasureSql(Measure measure, Optional<Measure> population, int year) {
    this(measure);
    population.ifPresent(other -> keepKeysOf(other, year));
  }

  private void keepKeysOf(Measure population, int year) {
    MeasureSql other = new MeasureSql(population, "population");
    condition +=
        " and %s in (select %s %s and s.year between :population_first and :population_last)"
            .formatted(key(), other.key(), other.lines());
    parameters.putAll(other.parameters);
    parameters.put("population_first", population.span().firstYear(year));
    parameters.put("population_last", year);
  }

  /**
   * @param prefix of the parameters' names, where several measures share a statement
   */
  MeasureSql(Measure measure, String prefix) {
    this.measure = measure;
    StringBuilder all = new StringBuilder("true");
    measure
        .where()
        .forEach(
            (column, values) -> {
              String name = prefix + "_" + parameters.size();
              all.append(" and s.").append(SqlName.checked(column)).append(" = any(:" + name + ")");
              parameters.put(name, values.toArray(String[]::new));
            });
    this.condition = all.toString();
  }

  /** The filter, on a row {@code s} of the subject. */
  String condition() {
    return condition;
  }

  /** {@code from (subject) s where filter}, to be continued with {@code and …}. */
  String lines() {
    return allLines()
        + (measure.counts() ? " and " + IS_COUNTED : "")
        + (measure.countsKeys() ? " and %s is not null".formatted(key()) : "");
  }

  /** The same with lines that are not counted. */
  String allLines() {
    return "from (\n" + measure.subject().sql() + "\n) s where " + condition;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** What is added up; a line without a value adds nothing. */
  String amount() {
    return measure.kind() instanceof Measure.Count
        ? "1"
        : "coalesce(s.%s, 0)".formatted(SqlName.checked(measure.amount()));
  }

  String key() {
    return measure.countsKeys() ? "s." + SqlName.checked(measure.key()) : "''";
  }

  String label() {
    return measure.countsKeys() ? "s." + SqlName.checked(measure.label()) : "''";
  }
}
