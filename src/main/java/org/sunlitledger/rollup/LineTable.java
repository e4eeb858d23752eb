package org.sunlitledger.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.sunlitledger.register.ChosenLines;

/**
 * Lines behind measures in a temporary table {@code measured_line} of the transaction under way, to
 * be compared there; there may be millions.
 */
@Component
public final class LineTable {
  private static final String COLUMNS =
      "side, figure, delivery_id, line, year, township, source, month, amount, key, label";

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  LineTable(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Makes the table, empty. */
  public void create() {
    jdbc.sql(
            """
            create temporary table measured_line (
              side text collate "C" not null,
              figure text collate "C" not null,
              delivery_id bigint not null,
              line integer not null,
              year smallint not null,
              township text collate "C" not null,
              source text collate "C" not null,
              month smallint not null,
              amount numeric not null,
              key text collate "C" not null,
              label text collate "C" not null
            ) on commit drop
            """)
        .update();
  }

  /**
   * Adds the lines of some deliveries that are behind a measure now.
   *
   * @param side a name for this state of things
   * @param figure a name for the measure
   * @param population only lines whose key it counts as well
   * @param keys only lines of these; of all when empty
   */
  public void add(
      String side,
      String figure,
      Measure measure,
      Optional<Measure> population,
      int year,
      List<Long> deliveries,
      Optional<Set<String>> keys) {
    MeasureSql sql = new MeasureSql(measure, population, year);
    if (deliveries.isEmpty()) {
      return;
    }
    String @Nullable [] wanted = keys.map(some -> some.toArray(String[]::new)).orElse(null);
    jdbc.sql(
            """
            insert into measured_line (%1$s)
            select :side, :figure, s.delivery_id, s.line, s.year, s.township, s.source, s.month,
              %2$s, coalesce(%3$s, ''), coalesce(%4$s, '')
            from (select s.* %5$s) s
            where s.year between :first and :year
              and s.delivery_id %6$s
              and (cast(:keys as text[]) is null or coalesce(%3$s, '') = any(:keys))
            """
                .formatted(
                    COLUMNS,
                    sql.amount(),
                    sql.key(),
                    sql.label(),
                    sql.lines(),
                    ChosenLines.among(deliveries)))
        .params(sql.parameters())
        .param("side", side)
        .param("figure", figure)
        .param("first", measure.span().firstYear(year))
        .param("year", year)
        .param("keys", wanted)
        .update();
  }

  /** The session of the transaction under way, to send lines to from another one. */
  public Connection session() {
    return DataSourceUtils.getConnection(dataSource);
  }

  /** Sends all lines to the table of another session, a few at a time. */
  public void sendTo(Connection other) {
    try {
      CopyOut from =
          session()
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy measured_line (%s) to stdout (format binary)".formatted(COLUMNS));
      CopyIn to =
          other
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy measured_line (%s) from stdin (format binary)".formatted(COLUMNS));
      for (byte[] rows = from.readFromCopy(); rows != null; rows = from.readFromCopy()) {
        to.writeToCopy(rows, 0, rows.length);
      }
      to.endCopy();
    } catch (SQLException problem) {
      throw new IllegalStateException("lines could not be handed over", problem);
    }
  }
}
