package org.sunlitledger.rollup;

import java.util.Optional;
import java.util.Set;

/**
 * The lines behind a measure in a year.
 *
 * @param population only lines whose key it counts as well; a distinct count of the same things
 * @param keys only lines of these keys; of all when empty
 */
public record LineSet(
    Measure measure, int year, Optional<Measure> population, Optional<Set<String>> keys) {

  /** Every line behind a measure. */
  public static LineSet of(Measure measure, int year) {
    return new LineSet(measure, year, Optional.empty(), Optional.empty());
  }

  /** The lines whose key a population counts as well. */
  public LineSet within(Measure population) {
    return new LineSet(measure, year, Optional.of(population), keys);
  }

  /** The lines of some keys. */
  public LineSet of(Set<String> some) {
    return new LineSet(measure, year, population, Optional.of(some));
  }
}
