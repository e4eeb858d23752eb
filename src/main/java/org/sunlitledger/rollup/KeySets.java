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
import org.sunlitledger.database.copy.BinaryCopy;
import org.sunlitledger.definition.SqlName;

/**
 * The sets of things that distinct counts are based on. Keys become small numbers once; the lines
 * are read once for all measures that count the same key.
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
  private record KeyCell(long delivery, int measure, int year, String dimension, String part) {}

  /** Writes the sets of measures of one subject; part of the caller's transaction. */
  void make(Subject subject, List<Measure> measures) {
    measures.stream()
        .collect(Collectors.groupingBy(Measure::key))
        .forEach((key, alike) -> make(subject, key, alike));
  }

  private void make(Subject subject, String key, List<Measure> measures) {
    collect(subject, key, measures);
    number(key);
    Map<KeyCell, CodeSet> sets = read(key, measures.size());
    write(measures, sets);
    jdbc.sql("drop table counted").update();
  }

  /** Leaves in the temporary table {@code counted} the lines that one of the measures counts. */
  private void collect(Subject subject, String key, List<Measure> measures) {
    List<MeasureSql> filters =
        IntStream.range(0, measures.size())
            .mapToObj(i -> new MeasureSql(measures.get(i), "m" + i))
            .toList();
    Map<String, Object> parameters = new HashMap<>();
    filters.forEach(filter -> parameters.putAll(filter.parameters()));
    String matches =
        IntStream.range(0, measures.size())
            .mapToObj(i -> "(" + filters.get(i).condition() + ") as m" + i)
            .collect(Collectors.joining(", "));
    String any =
        filters.stream().map(f -> "(" + f.condition() + ")").collect(Collectors.joining(" or "));
    jdbc.sql(
            """
            create temporary table counted on commit drop as
            select s.delivery_id, s.year, s.township, s.source, s.month, s.%1$s collate "C" as key,
              %2$s
            from (
            %3$s
            ) s
            where s.%1$s is not null
              and (%4$s)
              and %5$s
            """
                .formatted(
                    SqlName.checked(key), matches, subject.sql(), any, MeasureSql.IS_COUNTED))
        .params(parameters)
        .update();
    // without statistics the planner compares every line with every key
    jdbc.sql("analyze counted").update();
  }

  /** Gives a number to each key that has none; in order, as that is how the index grows fastest. */
  private void number(String key) {
    int added =
        jdbc.sql(
                """
                insert into counted_key (domain, key)
                select :domain, c.key
                from (select distinct key from counted) c
                where not exists (
                  select
                  from counted_key k
                  where k.domain = :domain
                    and k.key = c.key
                )
                order by c.key
                """)
            .param("domain", key)
            .update();
    if (added > 0) {
      jdbc.sql("analyze counted_key").update();
    }
  }

  private Map<KeyCell, CodeSet> read(String key, int measures) {
    String matches =
        IntStream.range(0, measures).mapToObj(i -> "c.m" + i).collect(Collectors.joining(", "));
    // folded to one row for all lines that count alike, with the codes in an array
    String query =
        """
        select c.delivery_id, c.year, c.township, c.source, c.month, array_agg(k.code), %1$s
        from counted c
        join counted_key k on k.domain = :domain and k.key = c.key
        group by c.delivery_id, c.year, c.township, c.source, c.month, %1$s
        """
            .formatted(matches);
    Map<KeyCell, CodeSet> sets = new HashMap<>();
    try (Stream<Integer> rows =
        jdbc
            .sql(query)
            .param("domain", key)
            .withFetchSize(100)
            .query((row, number) -> add(row, measures, sets))
            .stream()) {
      rows.forEach(read -> {});
    }
    return sets;
  }

  private static int add(ResultSet row, int measures, Map<KeyCell, CodeSet> sets)
      throws SQLException {
    long delivery = row.getLong(1);
    int year = row.getInt(2);
    Integer[] codes = (Integer[]) row.getArray(6).getArray();
    for (int measure = 0; measure < measures; measure++) {
      if (row.getBoolean(7 + measure)) {
        put(sets, new KeyCell(delivery, measure, year, Dimension.ALL, ""), codes);
        for (Dimension dimension : Dimension.values()) {
          String part = row.getString(dimension.column());
          put(sets, new KeyCell(delivery, measure, year, dimension.column(), part), codes);
        }
      }
    }
    return codes.length;
  }

  private static void put(Map<KeyCell, CodeSet> sets, KeyCell cell, Integer[] codes) {
    CodeSet set = sets.computeIfAbsent(cell, none -> new CodeSet());
    for (int code : codes) {
      set.add(code);
    }
  }

  private void write(List<Measure> measures, Map<KeyCell, CodeSet> sets) {
    BinaryCopy.into(
        dataSource,
        "rollup_set",
        COLUMNS,
        copy -> {
          for (Map.Entry<KeyCell, CodeSet> set : sets.entrySet()) {
            KeyCell cell = set.getKey();
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
