package org.sunlitledger.console.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.YearMerge.BreakdownPart;

/**
 * The lines under a figure by township, source or month, with a bar for each part.
 *
 * @param isEmpty whether no line has a township, source or month
 */
public record Breakdown(Dimension dimension, List<BreakdownRow> rows, boolean isEmpty) {

  /**
   * A part and its bar.
   *
   * @param title empty where the lines have no township, source or month
   * @param address of exactly the lines that it counts
   */
  public record BreakdownRow(
      String title, String address, String value, long lines, Bars.Bar bar) {}

  static Breakdown of(
      Figure figure,
      Dimension dimension,
      List<BreakdownPart> parts,
      LineAddress address,
      DimensionWords words) {
    Bars bars = Bars.of(parts.stream().map(part -> part.total().amount()).toList());
    List<BreakdownRow> rows = new ArrayList<>();
    for (BreakdownPart part : parts) {
      rows.add(
          new BreakdownRow(
              words.title(dimension, part.name()),
              address.of(dimension, part.name()),
              figure.exactly(part.total().amount()),
              part.total().lines(),
              bars.bar(part.total().amount())));
    }
    return new Breakdown(
        dimension,
        rows,
        parts.stream().allMatch(part -> DimensionWords.isNone(dimension, part.name())));
  }

  /** Of its words. */
  public String key() {
    return dimension.name().toLowerCase(Locale.ROOT);
  }
}
