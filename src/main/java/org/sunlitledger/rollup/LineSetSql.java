package org.sunlitledger.rollup;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of a set, under a filter, as a query. */
final class LineSetSql {
  private final MeasureSql measure;
  private final LineSet set;
  private final LineFilter filter;

  LineSetSql(LineSet set, LineFilter filter) {
    this.measure = new MeasureSql(set.measure(), set.population(), set.year());
    this.set = set;
    this.filter = filter;
  }

  /** {@code from (lines) s where …}, to be continued with {@code and …}. */
  String lines() {
    return """
    from (select s.* %s) s
    where s.year between :first_year and :last_year%s%s
    """
        .formatted(
            measure.lines(),
            set.keys().map(some -> " and %s = any(:keys)".formatted(measure.key())).orElse(""),
            filter.condition());
  }

  /** The columns of a listed line, besides the register and the name of its file. */
  String columns() {
    return """
    s.delivery_id, s.line, s.year, s.township, s.source, s.month, %s as amount, %s as key,
      coalesce(%s, '') as label
    """
        .formatted(measure.amount(), measure.key(), measure.label());
  }

  String amount() {
    return measure.amount();
  }

  String key() {
    return measure.key();
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(measure.parameters());
    parameters.put("first_year", set.measure().span().firstYear(set.year()));
    parameters.put("last_year", set.year());
    set.keys().ifPresent(some -> parameters.put("keys", some.toArray(String[]::new)));
    parameters.putAll(filter.parameters());
    return parameters;
  }
}
