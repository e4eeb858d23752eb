package org.sunlitledger.figure;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.rollup.LineSet;
import org.sunlitledger.rollup.LineTotals;

/**
 * A figure computed again from the lines under it, never from roll-ups, beside its kept value.
 *
 * @param counted the figure as its lines give it
 * @param kept the figure as it was last computed; empty where it never was
 * @param under the lines of its own; none where its parts have them
 * @param parts of which it is composed, from their lines
 * @param inRun whether a run is under way: its lines count a while before figures are computed
 */
public record LineProof(
    Computed counted,
    Optional<Computed> kept,
    List<LinesUnder> under,
    List<Computed> parts,
    boolean inRun) {

  /** Some lines and their totals. */
  public record LinesUnder(LineSet set, LineTotals totals) {}

  public Figure figure() {
    return counted.figure();
  }

  /** Whether the lines give the kept value, or like it none. */
  public boolean agrees() {
    return kept.flatMap(Computed::value).equals(counted.value());
  }

  /** Whether the kept value is not that of the lines, and no run explains it. */
  public boolean differs() {
    return kept.isPresent() && !agrees() && !inRun;
  }

  /** How many lines of its own it has; a line that counts on both sides counts twice. */
  public long lines() {
    return under.stream().mapToLong(one -> one.totals().all().lines()).sum();
  }
}
