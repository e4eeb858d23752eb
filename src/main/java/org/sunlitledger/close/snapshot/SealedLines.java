package org.sunlitledger.close.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.register.Register;

/**
 * The digests of lines that a close has frozen.
 *
 * @param rows of the part: the register, the delivery, its number of lines, their digest
 */
public record SealedLines(Set<String> rows) {

  /** Reads them; within a transaction. */
  public static SealedLines of(SnapshotStore store, long close) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    store.copy(close, RecordDigests.PART, part);
    return new SealedLines(rows(part));
  }

  /**
   * Whether the lines that a table has of a delivery are those that were frozen.
   *
   * @param session within a transaction
   * @param table as SQL; with the columns of the register's own
   */
  public boolean areIn(JdbcClient session, Register register, String table, long delivery)
      throws IOException {
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    RowDigests.DigestSheet sheet = new RowDigests.DigestSheet(found);
    new RowDigests(session)
        .add(
            sheet,
            register.name(),
            RecordDigests.lines(register, table)
                + "where r.delivery_id = :delivery and r.verdict = 'a' order by r.line",
            Map.of("delivery", delivery));
    sheet.flush();
    return rows.containsAll(rows(found));
  }

  private static Set<String> rows(ByteArrayOutputStream csv) {
    return csv.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
  }
}
