package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.backup.BackupFolder.WholeBackup;
import org.sunlitledger.backup.Manifest.CheckResult;
import org.sunlitledger.close.snapshot.SnapshotContents;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.SessionLock;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.storage.StorageSettings;

/**
 * Makes a backup: writes it, has it checked, gives it its name, records it, and deletes those that
 * are not kept any more. If this is interrupted anywhere, no folder looks like a backup that is
 * none.
 */
@Component
@Lazy
public final class BackupRun {
  private final BackupWriter writer;
  private final Backups backups;
  private final BackupSettings settings;
  private final DataSource dataSource;
  private final Clock clock;

  BackupRun(
      DataSource dataSource,
      IntakeSettings intake,
      DatabaseSettings folders,
      StorageSettings storage,
      HiddenNames hidden,
      Definitions definitions,
      SnapshotContents used,
      Environment environment,
      Clock clock) {
    this.writer =
        new BackupWriter(
            dataSource,
            new Originals(intake, folders, storage),
            hidden,
            definitions,
            used,
            folders,
            clock);
    this.backups = new Backups(JdbcClient.create(dataSource));
    this.settings = BackupSettings.of(environment);
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** The folder of a backup with the records of closed years. */
  public static Path storageOf(Path backup) {
    return backup.resolve(Place.STORAGE.folder());
  }

  /** Restores a backup to a scratch database and verifies it there. */
  public interface BackupCheck {
    /** What was found. */
    CheckResult of(Path backup);
  }

  /**
   * The result.
   *
   * @param expired folders of backups that were deleted
   */
  public record BackupMade(Path folder, Manifest manifest, List<Path> expired) {}

  /**
   * Makes a backup.
   *
   * @param folder contains the county's backups
   * @throws BackupRefused when another one is being made, or the disk does not take it
   */
  public BackupMade run(Path folder, BackupCheck check) {
    return SessionLock.BACKUP
        .alone(dataSource, Duration.ZERO, () -> runAlone(folder, check))
        .orElseThrow(() -> new BackupRefused("backup.busy"));
  }

  private BackupMade runAlone(Path folder, BackupCheck check) throws SQLException {
    String keyMark =
        JdbcClient.create(dataSource).sql("select mark from hash_key").query(String.class).single();
    try {
      return run(new BackupFolder(folder.toAbsolutePath().normalize(), keyMark), check);
    } catch (IOException problem) {
      throw new BackupRefused("backup.disk", folder, String.valueOf(problem.getMessage()));
    }
  }

  private BackupMade run(BackupFolder folder, BackupCheck check) throws IOException, SQLException {
    Path unfinished = folder.begin(LocalDateTime.now(clock));
    try {
      Manifest written = writer.write(unfinished);
      written.write(unfinished);
      Manifest checked = written.after(check.of(unfinished));
      checked.write(unfinished);
      Path whole = folder.finish(unfinished);
      backups.add(whole, checked);
      return new BackupMade(whole, checked, expire(folder));
    } finally {
      FileSystemUtils.deleteRecursively(unfinished);
    }
  }

  private List<Path> expire(BackupFolder folder) throws IOException {
    List<Path> deleted = new ArrayList<>();
    for (WholeBackup backup : new Expiry(settings, clock.getZone()).expired(folder.all())) {
      folder.delete(backup);
      deleted.add(backup.folder());
    }
    return deleted;
  }
}
