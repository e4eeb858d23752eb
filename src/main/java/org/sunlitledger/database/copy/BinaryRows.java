package org.sunlitledger.database.copy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the format of {@code COPY … (format binary)}, written value by value. */
public final class BinaryRows {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final long NUMERIC_BASE = 10_000;
  private static final int TEXT_OID = 25;
  private static final int BLOCK_BYTES = 1 << 16;

  private final int columns;
  private final Blocks blocks;
  private byte[] buffer = new byte[BLOCK_BYTES + 4096];
  private int size;

  /** Receives the written bytes block by block. The array is reused after each call. */
  interface Blocks {
    void take(byte[] bytes, int length);
  }

  BinaryRows(int columns, Blocks blocks) {
    this.columns = columns;
    this.blocks = blocks;
    System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
    size = SIGNATURE.length;
  }

  /** Begins a row. As many values as columns must follow. */
  public void row() {
    if (size >= BLOCK_BYTES) {
      handOn();
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
    put((int) (value.toEpochDay() - EPOCH_DAY));
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

  private void handOn() {
    blocks.take(buffer, size);
    size = 0;
  }

  /** Ends the rows. */
  void finish() {
    reserve(2);
    putShort(-1);
    handOn();
  }
}
