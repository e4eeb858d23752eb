package org.sunlitledger.rollup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.sunlitledger.register.ChosenLines;
import org.sunlitledger.storage.StoredLines;

/**
 * Lines behind measures in a temporary table {@code measured_line} of the transaction under way, to
 * be compared there; there may be millions.
 */
@Component
public final class LineTable {
  private static final String COLUMNS =
      "side, figure, delivery_id, line, year, township, source, month, amount, key, label";

  private final JdbcClient jdbc;
  private final StoredLines stored;
  private final DataSource dataSource;

  LineTable(JdbcClient jdbc, StoredLines stored, DataSource dataSource) {
    this.jdbc = jdbc;
    this.stored = stored;
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
   */
  public void add(String side, String figure, LineSet set, List<Long> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    set.read(
        stored,
        Collections.min(deliveries),
        Collections.max(deliveries),
        () -> insert(side, figure, set, deliveries));
  }

  private int insert(String side, String figure, LineSet set, List<Long> deliveries) {
    LineSetSql sql = new LineSetSql(set, LineFilter.ALL);
    return jdbc.sql(
            """
            insert into measured_line (%1$s)
            select :side, :figure, %2$s
            %3$s
              and s.delivery_id %4$s
            """
                .formatted(COLUMNS, sql.columns(), sql.lines(), ChosenLines.among(deliveries)))
        .params(sql.parameters())
        .param("side", side)
        .param("figure", figure)
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
