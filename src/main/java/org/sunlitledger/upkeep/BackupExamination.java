package org.sunlitledger.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.backup.Backups;
import org.sunlitledger.backup.Backups.RecordedBackup;

/** Examines whether the last backup is good, and how old the last good one is. */
final class BackupExamination implements Examination {
  private final Books books;
  private final Age age;

  BackupExamination(Books books, Age age) {
    this.books = books;
    this.age = age;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    DataSource source = books.source();
    Backups backups = new Backups(JdbcClient.create(source));
    List<Finding> findings = new ArrayList<>();
    backups
        .last()
        .filter(last -> !last.problems().isEmpty())
        .ifPresent(last -> findings.add(Finding.broken("backup.bad", arguments(last))));
    Optional<RecordedBackup> good = backups.lastGood();
    Optional<Instant> takenAt = good.map(backup -> backup.takenAt().toInstant());
    boolean isOver = age.isOver(takenAt, source);
    Object[] arguments =
        good.map(this::arguments).orElseGet(() -> new Object[] {"", age.most().toHours()});
    if (isOver) {
      findings.add(Finding.broken(good.isPresent() ? "backup.old" : "backup.none", arguments));
    } else {
      findings.add(Finding.ok(good.isPresent() ? "backup.found" : "backup.not-yet", arguments));
    }
    return findings;
  }

  private Object[] arguments(RecordedBackup backup) {
    return new Object[] {
      age.moment(backup.takenAt().toInstant()), age.most().toHours(), backup.folder()
    };
  }
}
