package org.sunlitledger.console.list;

import java.util.List;
import java.util.function.Consumer;

/**
 * All rows of a list's filter, for a file.
 *
 * @param recorded its name on the access log
 * @param file its name without the ending
 * @param titles of the columns
 */
public record ListExport(String recorded, String file, List<String> titles, Rows rows) {

  /** Hands over the cells of each row, as they are read in a transaction under way. */
  @FunctionalInterface
  public interface Rows {
    void each(Consumer<List<String>> row);
  }
}
