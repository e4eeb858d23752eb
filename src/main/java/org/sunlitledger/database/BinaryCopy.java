package org.sunlitledger.database;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
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
  private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long NUMERIC_BASE = 10_000;
  private static final int TEXT_OID = 25;
  private static final int FLUSH_AT = 1 << 16;

  private final CopyIn copy;
  private final int columns;
  private byte[] buffer = new byte[FLUSH_AT + 4096];
  private int size;

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
    if (size >= FLUSH_AT) {
      flush();
    }
    reserve(2);
    putShort(columns);
  }

  public void put(int value) {
    reserve(8);
    putInt(4);
    putInt(value);
  }

  /** A smallint. */
  public void putSmall(short value) {
    reserve(6);
    putInt(2);
    putShort(value);
  }

  public void put(long value) {
    reserve(12);
    putInt(8);
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  public void put(boolean value) {
    reserve(5);
    putInt(1);
    buffer[size++] = (byte) (value ? 1 : 0);
  }

  public void put(@Nullable String value) {
    putBytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  public void putBytes(byte @Nullable [] value) {
    if (value == null) {
      reserve(4);
      putInt(-1);
      return;
    }
    reserve(4 + value.length);
    putInt(value.length);
    System.arraycopy(value, 0, buffer, size, value.length);
    size += value.length;
  }

  public void put(LocalDate value) {
    put((int) (value.toEpochDay() - EPOCH));
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
    reserve(12 + 2 * digits.size());
    putInt(8 + 2 * digits.size());
    putShort(digits.size());
    putShort(digits.size() - 2);
    putShort(scaled < 0 ? 0x4000 : 0);
    putShort(4);
    digits.forEach(digit -> putShort(digit.intValue()));
  }

  /** An array of texts without nulls. */
  public void put(List<String> values) {
    List<byte[]> items = values.stream().map(v -> v.getBytes(StandardCharsets.UTF_8)).toList();
    int length = 20 + items.stream().mapToInt(item -> 4 + item.length).sum();
    reserve(4 + length);
    putInt(length);
    for (int header : new int[] {1, 0, TEXT_OID, items.size(), 1}) {
      putInt(header);
    }
    items.forEach(this::putBytes);
  }

  private void putShort(int value) {
    buffer[size++] = (byte) (value >>> 8);
    buffer[size++] = (byte) value;
  }

  private void putInt(int value) {
    buffer[size++] = (byte) (value >>> 24);
    buffer[size++] = (byte) (value >>> 16);
    buffer[size++] = (byte) (value >>> 8);
    buffer[size++] = (byte) value;
  }

  private void reserve(int bytes) {
    if (size + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(size + bytes, 2 * buffer.length));
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer, 0, size);
    size = 0;
  }

  private void finish() throws SQLException {
    reserve(2);
    putShort(-1);
    flush();
    copy.endCopy();
  }
}
