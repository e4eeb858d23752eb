package org.sunlitledger.close.snapshot;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of a query as CSV that comes out the same, byte for byte, whenever the rows are the same:
 * instants in UTC, bytes in base 64. Rows are streamed, which needs a transaction under way.
 */
@Component
final class TableText {
  static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final JdbcClient jdbc;

  TableText(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes what an ordered query finds; the stream stays open.
   *
   * @param fetch rows that are on their way at once: few where one may be large
   */
  void write(String query, int fetch, Map<String, ?> parameters, OutputStream out)
      throws IOException {
    CSVPrinter printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), FORMAT);
    try (Stream<Integer> rows =
        jdbc
            .sql(query)
            .params(parameters)
            .withFetchSize(fetch)
            .query((row, number) -> print(printer, row, number))
            .stream()) {
      rows.forEach(printed -> {});
    }
    printer.flush();
  }

  private static int print(CSVPrinter printer, ResultSet row, int number) throws SQLException {
    try {
      ResultSetMetaData columns = row.getMetaData();
      if (number == 0) {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          printer.print(columns.getColumnLabel(column));
        }
        printer.println();
      }
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        printer.print(text(row, column, columns.getColumnType(column)));
      }
      printer.println();
      return number;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static @Nullable String text(ResultSet row, int column, int type) throws SQLException {
    if (type == Types.BINARY) {
      return Base64.getEncoder().encodeToString(row.getBytes(column));
    }
    if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
      OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
      return instant == null ? null : instant.toInstant().toString();
    }
    return row.getString(column);
  }
}
