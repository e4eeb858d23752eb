package org.sunlitledger.close.snapshot;

import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;

/**
 * A year's published figures and what they are based on, from the tables that hold it: as long as
 * the year is closed these give the same bytes.
 */
@Component
@Order(1)
final class YearTables implements FrozenTables {
  private static final int ROWS = 2_000;

  /** A set of all households of a province takes a megabyte. */
  private static final int SETS = 16;

  private static final String PREVIOUS =
      """
      select year, number, sha256
      from year_close
      where year = :after
        and year < :year
        and reopened_at is null
      """;
  private static final String FIGURES =
      """
      select id, value, text, problem
      from figure
      where year = :year
      order by id
      """;
  private static final String DELIVERIES =
      """
      select id, register, year, name, original, office, sha256, sheet, received_at, supersedes, supplements,
        lines_read, lines_accepted, lines_refused, fen_read, fen_accepted, fen_refused
      from delivery
      where status = 'live'
        and year <= :year
        and year > :after
      order by id
      """;

  private final TableText text;

  YearTables(TableText text) {
    this.text = text;
  }

  @Override
  public void writeTo(PartSink sink, SealedClose close, int after) throws IOException {
    Map<String, Object> years = Map.of("year", close.year(), "after", after);
    part(sink, "previous", PREVIOUS, ROWS, years);
    part(sink, "figures", FIGURES, ROWS, years);
    part(sink, "deliveries", DELIVERIES, ROWS, years);
    part(sink, "rollups/made-with", rollUps("delivery_rollup", "version", "made_at"), ROWS, years);
    String cell = "measure, dimension, part";
    part(sink, "rollups/cells", rollUps("rollup_cell", cell, "year, amount, lines"), ROWS, years);
    part(sink, "rollups/sets", rollUps("rollup_set", cell, "year, lines, codes"), SETS, years);
    String member = "measure, year, township, source, month, member";
    part(
        sink,
        "rollups/members",
        rollUps("rollup_member", member, "label, amount, counted"),
        ROWS,
        years);
  }

  private void part(
      PartSink sink, String name, String query, int fetch, Map<String, Object> parameters)
      throws IOException {
    sink.part(name + ".csv", out -> text.write(query, fetch, parameters, out));
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
