package org.sunlitledger.intake.layout.total;

import java.util.BitSet;
import java.util.List;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.RowNumbers;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.SourceLine;

/**
 * What the visible lines of a sheet come to, once there are hidden ones: a total that a person
 * added up from what is shown fits these only.
 */
final class VisibleLines {
  private final BitSet hidden = new BitSet();
  private List<Tally> tallies = List.of();

  /**
   * Adds a line, before it is added to the tallies of all lines.
   *
   * @param all tallies of all lines before it
   */
  void add(SourceLine line, long[] values, boolean[] broken, List<Tally> all) {
    if (line.sight().hidden()) {
      if (tallies.isEmpty()) {
        tallies = all.stream().map(Tally::copy).toList();
      }
      hidden.set(line.number());
    } else {
      tallies.forEach(tally -> tally.add(values, broken));
    }
  }

  /** Begins one of the tallies anew. */
  void clear(int tally) {
    if (areSome()) {
      tallies.get(tally).clear();
    }
  }

  /** Whether there are hidden lines. */
  boolean areSome() {
    return !tallies.isEmpty();
  }

  Tally tally(int which) {
    return tallies.get(which);
  }

  /** A total that fits without the hidden lines names them. */
  FileFault named(FileFault fault) {
    ShapeFinding finding = fault.finding();
    String expected =
        "%s；合计只等于可见行之和，未计隐藏的行：%s".formatted(finding.expected(), RowNumbers.shown(hidden));
    return new FileFault(
        new ShapeFinding(finding.rule(), finding.field(), finding.found(), expected), fault.line());
  }
}
