package org.sunlitledger.console.list;

import java.util.List;
import java.util.function.Consumer;
import org.sunlitledger.console.frame.Frame;

/**
 * All rows of a list's filter, for a file.
 *
 * @param recorded its name on the access log
 * @param file its name without the ending
 * @param titles of the columns
 */
public record ListExport(String recorded, String file, List<String> titles, Rows rows) {

  /**
   * A list whose columns have their titles in the bundle.
   *
   * @param key of the list in the bundle; that of a column is {@code KEY.column.NAME}
   */
  public static ListExport of(
      String recorded, String file, String key, List<String> columns, Frame frame, Rows rows) {
    return new ListExport(
        recorded,
        file,
        columns.stream().map(column -> frame.text(key + ".column." + column)).toList(),
        rows);
  }

  /** Hands over the cells of each row, as they are read in a transaction under way. */
  @FunctionalInterface
  public interface Rows {
    void each(Consumer<List<String>> row);
  }
}
