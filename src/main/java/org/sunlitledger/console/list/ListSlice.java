package org.sunlitledger.console.list;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list a page shows.
 *
 * @param size rows of a page
 * @param after key of the last row before them; empty for the first page
 */
public record ListSlice(int size, Optional<Long> after) {
  /** The sizes that can be chosen; the first unless another is asked for. */
  public static final List<Integer> SIZES = List.of(50, 200, 500);

  /** What an address asks for. */
  public static ListSlice of(@Nullable Integer size, @Nullable Long after) {
    return new ListSlice(
        size != null && SIZES.contains(size) ? size : SIZES.get(0), Optional.ofNullable(after));
  }

  /** One row more than the page shows, to know whether there is another page. */
  public int read() {
    return size + 1;
  }

  boolean isUsual() {
    return size == SIZES.get(0);
  }
}
