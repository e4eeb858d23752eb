package org.sunlitledger.rollup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sunlitledger.database.SqlName;

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
  private final String condition;

  MeasureSql(Measure measure) {
    this(measure, "where");
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
              all.append(" and s.").append(SqlName.of(column)).append(" = any(:" + name + ")");
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
    return allLines() + (measure.counts() ? " and " + IS_COUNTED : "");
  }

  /** The same with lines that are not counted. */
  String allLines() {
    return "from (\n" + measure.subject().sql() + "\n) s where " + condition;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /** What is added up. */
  String amount() {
    return measure.kind() instanceof Measure.Count ? "1" : "s." + SqlName.of(measure.amount());
  }

  String key() {
    return measure.countsKeys() ? "s." + SqlName.of(measure.key()) : "''";
  }

  String label() {
    return measure.countsKeys() ? "s." + SqlName.of(measure.label()) : "''";
  }
}
