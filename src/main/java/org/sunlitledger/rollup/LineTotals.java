package org.sunlitledger.rollup;

import java.util.List;
import java.util.Map;
import org.sunlitledger.rollup.YearMerge.BreakdownPart;
import org.sunlitledger.rollup.YearMerge.MergedTotal;

/**
 * The totals of lines, added up from the lines themselves and not from roll-ups.
 *
 * @param by every part that has a line, in order
 * @param files every delivery that has a line, in order
 */
public record LineTotals(
    MergedTotal all, Map<Dimension, List<BreakdownPart>> by, List<FileShare> files) {

  /** The parts of one breakdown. */
  public List<BreakdownPart> parts(Dimension dimension) {
    return by.getOrDefault(dimension, List.of());
  }

  /**
   * The lines of one delivery.
   *
   * @param first number of its first line in the file
   */
  public record FileShare(
      long delivery, String register, String file, int first, int last, MergedTotal total) {}
}
