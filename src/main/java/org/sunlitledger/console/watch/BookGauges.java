package org.sunlitledger.console.watch;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.YearState;
import org.sunlitledger.close.YearState.YearNumbers;
import org.sunlitledger.job.LastRuns;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.open.OpenItems.OpenGroup;

/**
 * Gauges that are looked up in the database at each reading, so that runs of cron count as those of
 * the console do.
 */
@Component
final class BookGauges implements MultiCollector {
  private static final Map<String, ToLongFunction<YearNumbers>> OF_YEARS = new LinkedHashMap<>();

  static {
    OF_YEARS.put("sunlit_missing_figures", YearNumbers::missing);
    OF_YEARS.put("sunlit_undecided_discrepancies", YearNumbers::undecided);
    OF_YEARS.put("sunlit_unapproved_discrepancies", YearNumbers::unapproved);
    OF_YEARS.put("sunlit_year_closed", numbers -> numbers.closed() ? 1 : 0);
  }

  private final YearState state;
  private final OpenItems open;
  private final LastRuns runs;
  private final Path folder;

  BookGauges(
      YearState state,
      OpenItems open,
      LastRuns runs,
      PrometheusRegistry registry,
      @Value("${sunlit.folder:var}") String folder) {
    this.state = state;
    this.open = open;
    this.runs = runs;
    this.folder = Path.of(folder);
    registry.register(this);
  }

  @Override
  public MetricSnapshots collect() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    Map<Integer, YearNumbers> years = new LinkedHashMap<>();
    state.years().forEach(year -> years.put(year, state.of(year, null)));
    OF_YEARS.forEach(
        (name, number) -> {
          GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name);
          years.forEach(
              (year, numbers) ->
                  gauge.dataPoint(
                      point(Labels.of("year", String.valueOf(year)), number.applyAsLong(numbers))));
          all.metricSnapshot(gauge.build());
        });
    all.metricSnapshot(openItems());
    runs.lastGoodNight()
        .ifPresent(
            at ->
                all.metricSnapshot(
                    gauge("sunlit_last_good_night_timestamp_seconds", at.getEpochSecond())));
    all.metricSnapshot(gauge("sunlit_last_run_failed", runs.lastHasFailed() ? 1 : 0));
    all.metricSnapshot(gauge("sunlit_disk_free_bytes", folder.toFile().getUsableSpace()));
    return all.build();
  }

  /** What is rejected or unread and not set aside; year 0 where a file has none. */
  private GaugeSnapshot openItems() {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name("sunlit_open_items");
    open.counted().stream()
        .collect(Collectors.groupingBy(OpenGroup::year, Collectors.summingLong(OpenGroup::count)))
        .forEach(
            (year, count) ->
                gauge.dataPoint(point(Labels.of("year", String.valueOf(year)), count)));
    return gauge.build();
  }

  private static GaugeSnapshot gauge(String name, long value) {
    return GaugeSnapshot.builder().name(name).dataPoint(point(Labels.EMPTY, value)).build();
  }

  private static GaugeDataPointSnapshot point(Labels labels, long value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value((double) value).build();
  }
}
