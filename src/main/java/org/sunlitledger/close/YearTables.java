package org.sunlitledger.close;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a year's published figures are and stand on, from the tables that hold it: as long as the
 * year is closed these give the same bytes.
 */
@Component
final class YearTables {
  private static final Map<String, String> QUERIES = queries();

  private final TableText text;

  YearTables(TableText text) {
    this.text = text;
  }

  /**
   * Writes them as parts, within a transaction.
   *
   * @param after the last year that was closed before it; deliveries of the years in between count
   *     to this one
   */
  void writeTo(PartSink sink, int year, int after) throws IOException {
    Map<String, Object> years = Map.of("year", year, "after", after);
    for (Map.Entry<String, String> query : QUERIES.entrySet()) {
      sink.part(query.getKey(), out -> text.write(query.getValue(), years, out));
    }
  }

  private static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put(
        "previous.csv",
        """
        select year, number, sha256
        from year_close
        where year = :after
          and year < :year
          and reopened_at is null
        """);
    queries.put(
        "figures.csv",
        """
        select id, value, text, problem
        from figure
        where year = :year
        order by id
        """);
    queries.put(
        "deliveries.csv",
        """
        select id, register, year, name, office, sha256, sheet, supplements,
          lines_read, lines_accepted, lines_refused, fen_read, fen_accepted, fen_refused
        from delivery
        where status = 'live'
          and year <= :year
          and year > :after
        order by id
        """);
    queries.put("rollups/made-with.csv", rollUps("delivery_rollup", "version", "made_at"));
    queries.put(
        "rollups/cells.csv", rollUps("rollup_cell", "measure, dimension, part", "amount, lines"));
    queries.put(
        "rollups/sets.csv", rollUps("rollup_set", "measure, dimension, part", "lines, codes"));
    queries.put(
        "rollups/members.csv",
        rollUps("rollup_member", "measure, township, source, month, member", "label, amount"));
    return queries;
  }

  /** By whole key, so that the order is always the same. */
  private static String rollUps(String table, String key, String columns) {
    return """
    select r.delivery_id, %1$s, %3$s
    from %2$s r
    where r.delivery_id in (
        select id from delivery where status = 'live' and year <= :year and year > :after
      )
    order by r.delivery_id, %1$s
    """
        .formatted(key, table, columns);
  }
}
