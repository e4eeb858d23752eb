package org.sunlitledger.figure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.rollup.Measure;

/**
 * Holds that a share of a whole has one population: by its definition, whatever it counts is
 * counted by its denominator as well.
 *
 * @param all the figures of the year by their ids
 */
record Shares(Map<String, FigureReferences.Placed> all) {

  /** Complains of the first share whose numerator need not be a part of its denominator. */
  void check() {
    all.values().forEach(this::check);
  }

  private void check(FigureReferences.Placed share) {
    if (share.figure().source() instanceof Figure.Ratio ratio
        && ratio.of() == Figure.ShareOf.WHOLE
        && !isPart(ratio.numerator(), ratio.denominator())) {
      YamlNode place = share.place();
      throw FigureReader.problem(
          share.figure().id(),
          place,
          "%1$s is not a part of %2$s by its definition: divide what both count (both: [%1$s, %2$s]), or say 'of: target' where 100%% can be exceeded"
              .formatted(ratio.numerator(), ratio.denominator()));
    }
  }

  private boolean isPart(String part, String whole) {
    Figure.FigureSource numerator = source(part);
    Figure.FigureSource denominator = source(whole);
    if (part.equals(whole)) {
      return true;
    }
    if (numerator instanceof Figure.Both both) {
      return both.parts().stream().anyMatch(side -> isPart(side, whole));
    }
    if (denominator instanceof Figure.TotalFigure total) {
      return isPartOfTotal(part, numerator, total);
    }
    return numerator instanceof Figure.Measured one
        && denominator instanceof Figure.Measured other
        && isPart(one.measure(), other.measure());
  }

  /** Some of the figures that a total adds up, each no more often than there. */
  private static boolean isPartOfTotal(
      String part, Figure.FigureSource numerator, Figure.TotalFigure denominator) {
    List<String> parts =
        numerator instanceof Figure.TotalFigure total ? total.parts() : List.of(part);
    return new HashSet<>(parts).size() == parts.size() && denominator.parts().containsAll(parts);
  }

  /** The same lines or fewer, counted in the same way, or with sums of two columns of theirs. */
  private static boolean isPart(Measure part, Measure whole) {
    return part.subject().equals(whole.subject())
        && !(part.kind() instanceof Measure.Lookup)
        && (part.kind().equals(whole.kind())
            || (part.kind() instanceof Measure.Sum && whole.kind() instanceof Measure.Sum))
        && (part.span() == whole.span() || part.span() == Measure.Span.YEAR)
        && whole.where().entrySet().stream()
            .allMatch(
                filter ->
                    part.where().containsKey(filter.getKey())
                        && Set.copyOf(filter.getValue())
                            .containsAll(part.where().get(filter.getKey())));
  }

  private Figure.FigureSource source(String id) {
    return Objects.requireNonNull(all.get(id), "parts exist").figure().source();
  }
}
