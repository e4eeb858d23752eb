package org.sunlitledger.health.books;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.NotExamined;

/**
 * Examines the time zones of the program and of the machine, and whether the clock of the database
 * shows what the program's does.
 */
public final class ClockExamination implements Examination {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Clock clock;
  private final Optional<ZoneId> machine;
  private final ExaminedDatabase database;
  private final Duration most;

  /**
   * @param machine the zone by which cron works; empty where it is not known
   * @param most so much the clocks may differ
   */
  public ClockExamination(
      Clock clock, Optional<ZoneId> machine, ExaminedDatabase database, Duration most) {
    this.clock = clock;
    this.machine = machine;
    this.database = database;
    this.most = most;
  }

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    List<Finding> findings = new ArrayList<>();
    Instant now = clock.instant();
    if (differs(clock.getZone(), now)) {
      findings.add(Finding.look("clock.zone", clock.getZone(), most.toSeconds()));
    }
    machine
        .filter(zone -> differs(zone, now))
        .ifPresent(
            zone -> findings.add(Finding.look("clock.machine-zone", zone, most.toSeconds())));
    findings.addAll(ofDatabase());
    return findings.isEmpty()
        ? List.of(Finding.ok("clock.found", clock.getZone(), most.toSeconds()))
        : findings;
  }

  private static boolean differs(ZoneId zone, Instant now) {
    return !zone.getRules().getOffset(now).equals(CHINA.getRules().getOffset(now));
  }

  private List<Finding> ofDatabase() {
    try {
      Instant before = clock.instant();
      Instant there =
          database
              .reached()
              .sql()
              .sql("select clock_timestamp()")
              .query(OffsetDateTime.class)
              .single()
              .toInstant();
      Instant half = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
      Duration difference = Duration.between(there, half).abs();
      return difference.compareTo(most) > 0
          ? List.of(Finding.broken("clock.difference", difference.toSeconds(), most.toSeconds()))
          : List.of();
    } catch (NotExamined noDatabase) {
      return List.of(Finding.notExamined(name(), noDatabase));
    }
  }
}
