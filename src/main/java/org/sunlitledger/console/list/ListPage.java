package org.sunlitledger.console.list;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Some rows of a list, from a key on.
 *
 * @param address of the first page, with the filter
 * @param next the address of the next page; empty on the last one
 */
public record ListPage<R>(
    List<R> rows, ListSlice slice, ListAddress address, Optional<ListAddress> next) {

  /**
   * A page of what was read.
   *
   * @param read one row more than the page shows, if there is one
   * @param key by which the next page begins
   */
  public static <R> ListPage<R> of(
      List<R> read, ListSlice slice, ListAddress address, ToLongFunction<R> key) {
    ListAddress sized = address.with("size", slice.isUsual() ? "" : slice.size());
    boolean hasNext = read.size() > slice.size();
    List<R> rows = hasNext ? List.copyOf(read.subList(0, slice.size())) : read;
    return new ListPage<>(
        rows,
        slice,
        sized,
        hasNext
            ? Optional.of(sized.with("after", key.applyAsLong(rows.get(rows.size() - 1))))
            : Optional.empty());
  }

  /** Whether it begins with the first row. */
  public boolean isFirst() {
    return slice.after().isEmpty();
  }
}
