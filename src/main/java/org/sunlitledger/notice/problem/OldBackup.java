package org.sunlitledger.notice.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.sunlitledger.backup.Backups;
import org.sunlitledger.backup.Backups.RecordedBackup;

/** There has been no good backup for too long. */
@Component
@Lazy
final class OldBackup implements Watch {
  private final Backups backups;
  private final FirstStart first;

  OldBackup(Backups backups, FirstStart first) {
    this.backups = backups;
    this.first = first;
  }

  @Override
  public String kind() {
    return "backup";
  }

  @Override
  public List<Seen> look(Look at) {
    Duration within = at.limits().backupWithin();
    Optional<Instant> good = backups.lastGood().map(backup -> backup.takenAt().toInstant());
    Instant expected = good.orElseGet(first::at).plus(within);
    if (within.isZero() || !expected.isBefore(at.now())) {
      return List.of();
    }
    return List.of(seen(at, good, backups.last()));
  }

  private Seen seen(Look at, Optional<Instant> good, Optional<RecordedBackup> last) {
    if (last.isEmpty()) {
      return Seen.of(kind(), "", "backup.none");
    }
    int problems = last.get().problems().size();
    if (problems > 0) {
      return Seen.of(
          kind(), "", "backup.bad", at.moment(last.get().takenAt().toInstant()), problems);
    }
    return Seen.of(kind(), "", "backup.old", at.moment(good.orElseThrow()));
  }
}
