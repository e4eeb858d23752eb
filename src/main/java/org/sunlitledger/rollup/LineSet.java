package org.sunlitledger.rollup;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.sunlitledger.storage.StoredLines;

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

  /** Reads these lines at one moment, also those that are in files. */
  <T> T read(StoredLines stored, Supplier<T> work) {
    return read(stored, 0, Long.MAX_VALUE, work);
  }

  /** The same with only those that deliveries of some numbers have. */
  <T> T read(StoredLines stored, long firstDelivery, long lastDelivery, Supplier<T> work) {
    return stored.read(
        () -> {
          show(stored, measure, firstDelivery, lastDelivery);
          population.ifPresent(other -> show(stored, other, 0, Long.MAX_VALUE));
          return work.get();
        });
  }

  /** What lines are joined with may be of any year before. */
  private void show(StoredLines stored, Measure shown, long firstDelivery, long lastDelivery) {
    Set<String> joined = new TreeSet<>(shown.subject().depends().values());
    Set<String> own = new TreeSet<>(shown.subject().registers());
    own.removeAll(joined);
    stored.show(own, shown.span().firstYear(year), year, firstDelivery, lastDelivery);
    stored.show(joined, 0, year);
  }
}
