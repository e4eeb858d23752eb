package org.sunlitledger.rollup;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.sunlitledger.storage.StoredLines;

/** Reads the lines behind measures, also those of closed years that are in files. */
@Component
final class LineReading {
  private final StoredLines stored;

  LineReading(StoredLines stored) {
    this.stored = stored;
  }

  /** Reads lines of a set at one moment. */
  <T> T of(LineSet set, Supplier<T> work) {
    return stored.read(
        () -> {
          show(set, 0, Long.MAX_VALUE);
          return work.get();
        });
  }

  /** The same without a result. */
  void each(LineSet set, Runnable work) {
    of(
        set,
        () -> {
          work.run();
          return true;
        });
  }

  /** The same with only those of its own lines that deliveries of some numbers have. */
  <T> T of(LineSet set, long firstDelivery, long lastDelivery, Supplier<T> work) {
    return stored.read(
        () -> {
          show(set, firstDelivery, lastDelivery);
          return work.get();
        });
  }

  private void show(LineSet set, long firstDelivery, long lastDelivery) {
    show(set.measure(), set.year(), firstDelivery, lastDelivery);
    set.population().ifPresent(population -> show(population, set.year(), 0, Long.MAX_VALUE));
  }

  /** What lines are joined with may be of any year before. */
  private void show(Measure measure, int year, long firstDelivery, long lastDelivery) {
    Set<String> joined = new TreeSet<>(measure.subject().depends().values());
    Set<String> own = new TreeSet<>(measure.subject().registers());
    own.removeAll(joined);
    stored.show(own, measure.span().firstYear(year), year, firstDelivery, lastDelivery);
    stored.show(joined, 0, year);
  }
}
