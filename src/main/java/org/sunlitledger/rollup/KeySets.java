package org.sunlitledger.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.BinaryCopy;
import org.sunlitledger.database.SqlName;

/**
 * The sets of things that distinct counts stand on. Keys become small numbers once; the lines are
 * read once for all measures that count the same key.
 */
@Component
final class KeySets {
  private static final List<String> COLUMNS =
      List.of("delivery_id", "measure", "year", "dimension", "part", "codes", "lines");

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  KeySets(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** The set of one cell. */
  private record Cell(long delivery, int measure, int year, String dimension, String part) {}

  /** Writes the sets of measures of one subject; part of the caller's transaction. */
  void make(Subject subject, List<Measure> measures) {
    measures.stream()
        .collect(Collectors.groupingBy(Measure::key))
        .forEach((key, alike) -> make(subject, key, alike));
  }

  private void make(Subject subject, String key, List<Measure> measures) {
    List<MeasureSql> filters =
        IntStream.range(0, measures.size())
            .mapToObj(i -> new MeasureSql(measures.get(i), "m" + i))
            .toList();
    Map<String, Object> parameters = new HashMap<>();
    filters.forEach(filter -> parameters.putAll(filter.parameters()));
    parameters.put("domain", key);
    String any =
        filters.stream().map(f -> "(" + f.condition() + ")").collect(Collectors.joining(" or "));
    String lines =
        """
        from (
        %s
        ) s
        %%s
        where s.%s is not null
          and (%s)
        """
            .formatted(subject.sql(), SqlName.of(key), any);
    number(key, lines.formatted(""), parameters);
    Map<Cell, CodeSet> sets = read(key, lines, filters, parameters);
    write(measures, sets);
  }

  private void number(String key, String lines, Map<String, Object> parameters) {
    jdbc.sql(
            """
            insert into counted_key (domain, key)
            select distinct :domain, s.%s
            %s
            on conflict do nothing
            """
                .formatted(SqlName.of(key), lines))
        .params(parameters)
        .update();
    // without statistics of the new keys the planner compares every line with every key
    jdbc.sql("analyze counted_key").update();
  }

  private Map<Cell, CodeSet> read(
      String key, String lines, List<MeasureSql> filters, Map<String, Object> parameters) {
    String matches =
        filters.stream().map(f -> "(" + f.condition() + ")").collect(Collectors.joining(", "));
    // folded to one row for all lines that count alike, with the codes in an array
    String query =
        """
        select s.delivery_id, s.year, s.township, s.source, s.month, array_agg(k.code), %s
        %s
        group by s.delivery_id, s.year, s.township, s.source, s.month, %s
        """
            .formatted(
                matches,
                lines.formatted(
                    "join counted_key k on k.domain = :domain and k.key = s." + SqlName.of(key)),
                IntStream.range(0, filters.size())
                    .mapToObj(i -> String.valueOf(7 + i))
                    .collect(Collectors.joining(", ")));
    Map<Cell, CodeSet> sets = new HashMap<>();
    try (Stream<Integer> rows =
        jdbc
            .sql(query)
            .params(parameters)
            .withFetchSize(100)
            .query((row, number) -> add(row, filters.size(), sets))
            .stream()) {
      rows.forEach(read -> {});
    }
    return sets;
  }

  private static int add(ResultSet row, int measures, Map<Cell, CodeSet> sets) throws SQLException {
    long delivery = row.getLong(1);
    int year = row.getInt(2);
    Integer[] codes = (Integer[]) row.getArray(6).getArray();
    for (int measure = 0; measure < measures; measure++) {
      if (row.getBoolean(7 + measure)) {
        put(sets, new Cell(delivery, measure, year, Dimension.ALL, ""), codes);
        for (Dimension dimension : Dimension.values()) {
          String part = row.getString(dimension.column());
          put(sets, new Cell(delivery, measure, year, dimension.column(), part), codes);
        }
      }
    }
    return codes.length;
  }

  private static void put(Map<Cell, CodeSet> sets, Cell cell, Integer[] codes) {
    CodeSet set = sets.computeIfAbsent(cell, none -> new CodeSet());
    for (int code : codes) {
      set.add(code);
    }
  }

  private void write(List<Measure> measures, Map<Cell, CodeSet> sets) {
    BinaryCopy.into(
        dataSource,
        "rollup_set",
        COLUMNS,
        copy -> {
          for (Map.Entry<Cell, CodeSet> set : sets.entrySet()) {
            Cell cell = set.getKey();
            copy.row();
            copy.put(cell.delivery());
            copy.put(measures.get(cell.measure()).id());
            copy.putSmall((short) cell.year());
            copy.put(cell.dimension());
            copy.put(cell.part());
            copy.putBytes(set.getValue().bytes());
            copy.put(set.getValue().lines());
          }
        });
  }
}
