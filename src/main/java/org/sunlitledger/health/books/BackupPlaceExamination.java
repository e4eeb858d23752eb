package org.sunlitledger.health.books;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.backup.Backups;
import org.sunlitledger.backup.Backups.RecordedBackup;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.FreeSpace;
import org.sunlitledger.upkeep.NotExamined;

/** Examines whether the last good backup is on another disk than the data. */
public final class BackupPlaceExamination implements Examination {
  private final ExaminedDatabase database;
  private final Path data;

  public BackupPlaceExamination(ExaminedDatabase database, Path data) {
    this.database = database;
    this.data = data;
  }

  @Override
  public String name() {
    return "backup-place";
  }

  @Override
  public List<Finding> examine() throws NotExamined, IOException {
    Optional<RecordedBackup> last = new Backups(JdbcClient.create(database.books())).lastGood();
    if (last.isEmpty()) {
      return List.of(Finding.ok("backup-place.none"));
    }
    Path backup = Path.of(last.get().folder());
    if (!Files.exists(backup)) {
      return List.of(Finding.look("backup-place.gone", backup));
    }
    return List.of(
        FreeSpace.of(List.of(data, backup)).size() == 1
            ? Finding.look("backup-place.same-disk", backup)
            : Finding.ok("backup-place.found", backup));
  }
}
