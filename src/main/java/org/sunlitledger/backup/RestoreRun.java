package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.sunlitledger.backup.DatabaseRestore.SetAside;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.intake.file.KeyPlace;
import org.sunlitledger.storage.StorageSettings;

/**
 * Restores a backup into an empty database: the tables as they were, their rows, and the originals.
 * If it is killed, it can be done again.
 */
final class RestoreRun {
  private final RestoreSettings settings;
  private final DatabaseSettings folders;
  private final KeyPlace keyPlace;
  private final Originals originals;
  private final Clock clock;

  RestoreRun(
      RestoreSettings settings,
      DatabaseSettings folders,
      IntakeSettings intake,
      StorageSettings storage,
      Clock clock) {
    this.settings = settings;
    this.folders = folders;
    this.keyPlace = KeyPlace.of(intake, folders);
    this.originals = new Originals(intake, folders, storage);
    this.clock = clock;
  }

  /**
   * Restores it.
   *
   * @return files of the archive that are newer than the backup
   */
  SetAside run(Flyway flyway) throws IOException, SQLException {
    BackupFiles backup = BackupFiles.of(settings.from().toAbsolutePath());
    SchemaOfBackup schema = new SchemaOfBackup(flyway, backup);
    schema.requireKnown();
    requireDefinitions(backup);
    Optional<String> key = requireKey(backup.manifest());
    RunLock.Held held = lock(flyway);
    try {
      schema.requireEmpty();
      backup.verify();
      SetAside aside =
          settings.scratch() ? new SetAside(settings.from(), 0) : restoreFiles(backup, key);
      schema.make();
      load(flyway, backup);
      schema.grant();
      return aside;
    } finally {
      held.close();
    }
  }

  private static RunLock.Held lock(Flyway flyway) {
    try {
      return new RunLock(SchemaOfBackup.dataSource(flyway), System.getProperty("user.name", ""))
          .acquire("restore");
    } catch (RunLock.RunLockHeld busy) {
      throw new BackupRefused("restore.busy", busy.taken().who());
    }
  }

  private SetAside restoreFiles(BackupFiles backup, Optional<String> key) throws IOException {
    if (key.isPresent()) {
      OwnerOnly.write(keyPlace.file(), key.get());
      keyPlace.recordCopy(key.get());
    }
    return new RestoredOriginals(backup, originals).run(clock.getZone());
  }

  private void load(Flyway flyway, BackupFiles backup) throws IOException, SQLException {
    try (Connection session = SchemaOfBackup.dataSource(flyway).getConnection()) {
      new TableLoad(backup, session)
          .run(settings.scratch() ? backup.manifest().roots() : originals.roots());
    }
  }

  /** Tables of a county's own registers come with its definitions. */
  private void requireDefinitions(BackupFiles backup) {
    if (backup.manifest().hasOwnDefinitions() && folders.ownDefinitions().isEmpty()) {
      throw new BackupRefused("restore.definitions", backup.folder(Place.OWN));
    }
  }

  /**
   * The key must be that of the backup.
   *
   * @return the key that is to be written to its place; empty if it is there
   */
  private Optional<String> requireKey(Manifest manifest) throws IOException {
    Optional<String> there = keyPlace.find();
    Optional<String> given =
        settings.key() == null
            ? Optional.empty()
            : Optional.of(Files.readString(settings.key()).strip());
    Path file = keyPlace.file().toAbsolutePath();
    String key =
        given.or(() -> there).orElseThrow(() -> new BackupRefused("restore.key-missing", file));
    if (key.isBlank() || !KeyPlace.mark(key).equals(manifest.keyMark())) {
      throw new BackupRefused("restore.key-other");
    }
    if (there.isPresent() && !there.get().equals(key)) {
      throw new BackupRefused("restore.key-in-place", file);
    }
    return there.isPresent() ? Optional.empty() : Optional.of(key);
  }
}
