package org.sunlitledger.console.figure;

import java.util.Locale;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.rollup.Dimension;

/**
 * The addresses of the lines under a figure.
 *
 * @param side 0, or 1 for the other of two sets of lines
 */
public record LineAddress(int year, String figure, int side) {
  /** In addresses, for lines without a township, source or month. */
  public static final String NONE = "none";

  /** Of all lines. */
  public ListAddress all() {
    return ListAddress.of("/%d/figures/%s/lines".formatted(year, figure))
        .with("side", side == 0 ? "" : side);
  }

  /** Of the lines of a part. */
  public String of(Dimension dimension, String part) {
    return all()
        .with(
            dimension.name().toLowerCase(Locale.ROOT),
            DimensionWords.isNone(dimension, part) ? NONE : part)
        .toString();
  }

  /** Of the lines of a delivery. */
  public String of(long delivery) {
    return all().with("delivery", delivery).toString();
  }
}
