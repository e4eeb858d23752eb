package org.sunlitledger.intake.layout.total;

import java.util.BitSet;
import java.util.List;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.RowNumbers;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;

/**
 * The sums of a sheet's visible lines, if some lines are hidden. A total that a person added up
 * from the visible lines equals only these sums.
 */
final class VisibleLines {
  private final BitSet hidden = new BitSet();
  private List<Tally> tallies = List.of();

  /**
   * Adds a line. Call this before the line is added to the tallies of all lines.
   *
   * @param all tallies of all lines before it
   */
  void add(SourceLine line, long[] values, boolean[] broken, List<Tally> all) {
    if (line.appearance().hidden()) {
      if (tallies.isEmpty()) {
        tallies = all.stream().map(Tally::copy).toList();
      }
      hidden.set(line.number());
    } else {
      tallies.forEach(tally -> tally.add(values, broken));
    }
  }

  /** Resets one of the tallies. */
  void clear(int tally) {
    if (hasHiddenLines()) {
      tallies.get(tally).clear();
    }
  }

  /** Whether there are hidden lines. */
  boolean hasHiddenLines() {
    return !tallies.isEmpty();
  }

  Tally tally(int which) {
    return tallies.get(which);
  }

  /** The fault of a total that equals the sum without the hidden lines. It names these lines. */
  FileFault named(FileFault fault) {
    ShapeFinding finding = fault.finding();
    String expected =
        "%s；合计只等于可见行之和，未计隐藏的行：%s".formatted(finding.expected(), RowNumbers.shown(hidden));
    return new FileFault(
        new ShapeFinding(finding.rule(), finding.field(), finding.found(), expected), fault.line());
  }
}
