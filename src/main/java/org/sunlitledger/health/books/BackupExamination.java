package org.sunlitledger.health.books;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.backup.Backups;
import org.sunlitledger.backup.Backups.RecordedBackup;
import org.sunlitledger.health.finding.Examination;
import org.sunlitledger.health.finding.Finding;
import org.sunlitledger.health.finding.NotExamined;
import org.sunlitledger.quantity.text.Moment;

/** Examines how old the last good backup is, and whether a later one was not good. */
public final class BackupExamination implements Examination {
  private final ExaminedDatabase database;
  private final Clock clock;
  private final Duration most;

  /**
   * @param most so old the last good backup may be
   */
  public BackupExamination(ExaminedDatabase database, Clock clock, Duration most) {
    this.database = database;
    this.clock = clock;
    this.most = most;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    JdbcClient sql = JdbcClient.create(database.books());
    Backups backups = new Backups(sql);
    List<Finding> findings = new ArrayList<>();
    Optional<RecordedBackup> good = backups.lastGood();
    if (good.isPresent()) {
      boolean isOld = good.get().takenAt().toInstant().plus(most).isBefore(clock.instant());
      findings.add(
          isOld
              ? Finding.broken("backup.old", arguments(good.get()))
              : Finding.ok("backup.found", arguments(good.get())));
    } else {
      // what was never imported cannot be lost
      boolean hasData = database.lastRuns().lastGoodNight().isPresent();
      findings.add(
          hasData
              ? Finding.broken("backup.none", "", most.toHours())
              : Finding.look("backup.not-yet", "", most.toHours()));
    }
    backups
        .last()
        .filter(last -> !last.problems().isEmpty())
        .ifPresent(last -> findings.add(Finding.broken("backup.bad", arguments(last))));
    return findings;
  }

  private Object[] arguments(RecordedBackup backup) {
    return new Object[] {
      Moment.in(clock.getZone(), backup.takenAt()), most.toHours(), backup.folder()
    };
  }
}
