package org.sunlitledger.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;

/** B: what a good DBA does by hand. One COPY of the text into a typed table, then plain SQL. */
final class ByHand implements Contender {
  static final String TABLE =
      """
      create table %s (
        voucher text collate "C" not null, kind text collate "C" not null, paid_on date not null,
        township text collate "C" not null, village text collate "C",
        household_no text collate "C" not null, name text collate "C",
        id_number text collate "C" not null, term text collate "C",
        source text collate "C" not null, function_code text collate "C",
        document_number text collate "C", batch text collate "C",
        yuan numeric(14, 2) not null,
        fen bigint generated always as ((yuan * 100)::bigint) stored
      );
      create unique index on %1$s (voucher)
      """;
  static final String COLUMNS =
      "voucher, kind, paid_on, township, village, household_no, name, id_number, term, source, "
          + "function_code, document_number, batch, yuan";

  private final Path good;

  ByHand(Path good) {
    this.good = good;
  }

  @Override
  public Map<String, Long> run(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE.formatted("by_hand"));
    }
    try (InputStream text = Files.newInputStream(good)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy by_hand (%s) from stdin (format csv, header true)".formatted(COLUMNS),
              text,
              1 << 16);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze by_hand");
    }
    return Cells.of(connection, "by_hand");
  }
}
