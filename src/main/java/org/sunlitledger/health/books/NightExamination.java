package org.sunlitledger.health.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.health.finding.Examination;
import org.sunlitledger.health.finding.Finding;
import org.sunlitledger.health.finding.NotExamined;
import org.sunlitledger.quantity.text.Moment;

/** Examines when a nightly run was completed last. */
public final class NightExamination implements Examination {
  private final ExaminedDatabase database;
  private final Clock clock;
  private final Duration most;

  /**
   * @param most so long ago the last good night may be
   */
  public NightExamination(ExaminedDatabase database, Clock clock, Duration most) {
    this.database = database;
    this.clock = clock;
    this.most = most;
  }

  @Override
  public String name() {
    return "night";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    Optional<Instant> last = database.lastRuns().lastGoodNight();
    if (last.isEmpty()) {
      return List.of(Finding.look("night.none", "", most.toHours()));
    }
    Object[] arguments = {
      Moment.in(clock.getZone(), last.get().atOffset(ZoneOffset.UTC)),
      most.toHours(),
      Duration.between(last.get(), clock.instant()).toHours()
    };
    return List.of(
        last.get().plus(most).isBefore(clock.instant())
            ? Finding.broken("night.old", arguments)
            : Finding.ok("night.found", arguments));
  }
}
