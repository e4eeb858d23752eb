package org.sunlitledger.notice.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.sunlitledger.job.LastRuns;

/**
 * No night has ended for too long, good or not: the machine was off, the schedule is not installed,
 * or a night hangs.
 */
@Component
@Lazy
final class MissedNight implements Watch {
  private final LastRuns runs;
  private final FirstStart first;

  MissedNight(LastRuns runs, FirstStart first) {
    this.runs = runs;
    this.first = first;
  }

  @Override
  public String kind() {
    return "night-missed";
  }

  @Override
  public List<Seen> look(Look at) {
    Duration within = at.limits().nightWithin();
    Optional<Instant> last = runs.lastEndOfNight();
    Instant expected = last.orElseGet(first::at).plus(within);
    if (within.isZero() || !expected.isBefore(at.now())) {
      return List.of();
    }
    return List.of(
        last.map(end -> Seen.of(kind(), "", "night-missed", at.moment(end)))
            .orElseGet(() -> Seen.of(kind(), "", "night-missed.never")));
  }
}
