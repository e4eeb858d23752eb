package org.sunlitledger.close.snapshot;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.quantity.digest.Sha256;

/**
 * SHA-256 of groups of rows, each row a line of text in UTF-8 that ends with a line feed. Rows are
 * streamed, which needs a transaction under way.
 */
@Component
final class RowDigests {
  private static final int FETCHED = 10_000;

  private final JdbcClient jdbc;

  RowDigests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A list of digests as CSV: what was digested, its group, how many rows it has, the digest. */
  static final class DigestSheet {
    private final CSVPrinter printer;

    DigestSheet(OutputStream out) throws IOException {
      printer =
          new CSVPrinter(
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
              TableText.FORMAT);
      printer.printRecord("table", "delivery_id", "rows", "sha256");
    }

    void flush() throws IOException {
      printer.flush();
    }
  }

  private record Row(long group, String text) {}

  /** The rows of a group so far. */
  private static final class DigestGroup {
    private final MessageDigest digest = Sha256.sha256();
    private final long number;
    private long rows;

    DigestGroup(long number) {
      this.number = number;
    }

    void add(String row) {
      digest.update(row.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      rows++;
    }
  }

  /**
   * Adds the digest of each group of a table's rows.
   *
   * @param query the number of the group and the text of each row, ordered by group; a group 0 is
   *     none
   */
  void add(DigestSheet sheet, String table, String query, Map<String, ?> parameters)
      throws IOException {
    DigestGroup[] group = {new DigestGroup(0)};
    try (Stream<Row> rows =
        jdbc
            .sql(query)
            .params(parameters)
            .withFetchSize(FETCHED)
            .query((row, number) -> new Row(row.getLong(1), row.getString(2)))
            .stream()) {
      rows.forEach(
          row -> {
            if (row.group() != group[0].number) {
              print(sheet, table, group[0]);
              group[0] = new DigestGroup(row.group());
            }
            group[0].add(row.text());
          });
      print(sheet, table, group[0]);
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  private static void print(DigestSheet sheet, String table, DigestGroup group) {
    try {
      if (group.rows > 0) {
        Optional<Long> number = Optional.of(group.number).filter(some -> some != 0);
        sheet.printer.printRecord(
            table,
            number.map(String::valueOf).orElse(""),
            group.rows,
            HexFormat.of().formatHex(group.digest.digest()));
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
