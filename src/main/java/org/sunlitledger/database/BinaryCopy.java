package org.sunlitledger.database;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes rows by {@code COPY … (format binary)} in the transaction that is under way, so that they
 * are there together with whatever else it writes, or not at all.
 */
public final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
  private static final long NUMERIC_BASE = 10_000;
  private static final int TEXT_OID = 25;
  private static final int FLUSH_AT = 1 << 16;

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH_AT + 4096);
  private final CopyIn copy;
  private final int columns;

  private BinaryCopy(CopyIn copy, int columns) throws SQLException {
    this.copy = copy;
    this.columns = columns;
    copy.writeToCopy(SIGNATURE, 0, SIGNATURE.length);
  }

  /** Rows, written one value after another. */
  public interface Rows {
    void writeTo(BinaryCopy copy) throws SQLException;
  }

  /** Copies rows into a table over the connection of the current transaction. */
  public static void into(DataSource dataSource, String table, List<String> columns, Rows rows) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    String names = columns.stream().map(SqlName::of).collect(Collectors.joining(", "));
    try {
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy %s (%s) from stdin (format binary)".formatted(SqlName.of(table), names));
      try {
        BinaryCopy target = new BinaryCopy(copy, columns.size());
        rows.writeTo(target);
        target.finish();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException problem) {
      throw new IllegalStateException(
          "rows could not be written to " + table + ": " + problem.getMessage(), problem);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /** Begins a row; its values follow, as many as there are columns. */
  public void row() throws SQLException {
    if (buffer.size() >= FLUSH_AT) {
      flush();
    }
    number(columns, 2);
  }

  public void put(int value) {
    length(4);
    number(value, 4);
  }

  public void put(long value) {
    length(8);
    number(value, 8);
  }

  public void put(boolean value) {
    length(1);
    buffer.write(value ? 1 : 0);
  }

  /** One byte: PostgreSQL's type "char". */
  public void putChar(char value) {
    length(1);
    buffer.write(value);
  }

  public void put(@Nullable String value) {
    putBytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  public void putBytes(byte @Nullable [] value) {
    if (value == null) {
      length(-1);
    } else {
      length(value.length);
      buffer.write(value, 0, value.length);
    }
  }

  public void put(LocalDate value) {
    put((int) ChronoUnit.DAYS.between(EPOCH, value));
  }

  /** A decimal number with at most 4 places. */
  public void put(BigDecimal value) {
    long scaled = value.setScale(4, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    long rest = Math.abs(scaled);
    Deque<Long> digits = new ArrayDeque<>();
    digits.addFirst(rest % NUMERIC_BASE);
    for (rest /= NUMERIC_BASE; rest > 0; rest /= NUMERIC_BASE) {
      digits.addFirst(rest % NUMERIC_BASE);
    }
    length(8 + 2 * digits.size());
    number(digits.size(), 2);
    number(digits.size() - 2L, 2);
    number(scaled < 0 ? 0x4000 : 0, 2);
    number(4, 2);
    digits.forEach(digit -> number(digit, 2));
  }

  /** An array of texts without nulls. */
  public void put(List<String> values) {
    List<byte[]> items = values.stream().map(v -> v.getBytes(StandardCharsets.UTF_8)).toList();
    length(20 + items.stream().mapToInt(item -> 4 + item.length).sum());
    for (int header : new int[] {1, 0, TEXT_OID, items.size(), 1}) {
      number(header, 4);
    }
    for (byte[] item : items) {
      length(item.length);
      buffer.write(item, 0, item.length);
    }
  }

  private void length(int bytes) {
    number(bytes, 4);
  }

  private void number(long value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      buffer.write((int) (value >>> shift));
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
    buffer.reset();
  }

  private void finish() throws SQLException {
    number(-1, 2);
    flush();
    copy.endCopy();
  }
}
