package org.sunlitledger.database.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows for a table that are produced at one time or on one thread, and copied at another. */
public final class HeldRows {
  private final String table;
  private final List<String> columns;
  private final List<byte[]> blocks = new ArrayList<>();
  private final BinaryRows rows;
  private int count;

  public HeldRows(String table, List<String> columns) {
    this.table = table;
    this.columns = columns;
    this.rows =
        new BinaryRows(columns.size(), (bytes, length) -> blocks.add(Arrays.copyOf(bytes, length)));
  }

  /** Begins a row. Write its values to the result. */
  public BinaryRows row() {
    count++;
    rows.row();
    return rows;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  String table() {
    return table;
  }

  List<String> columns() {
    return columns;
  }

  /** All blocks. No rows can be added after this call. */
  List<byte[]> finished() {
    rows.finish();
    return blocks;
  }
}
