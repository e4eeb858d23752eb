package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.database.schema.BeforeMigration;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.intake.file.KeyPlace;

/**
 * Restores a backup into an empty database while the program starts: the tables as they were, their
 * rows, and the originals. Migrations that are newer than the backup come afterwards, as at any
 * start. A restore that is killed can be done again.
 */
@Component
public final class DatabaseRestore implements BeforeMigration {
  private final RestoreSettings settings;
  private final DatabaseSettings folders;
  private final KeyPlace keyPlace;
  private final Originals originals;
  private final Clock clock;
  private @Nullable SetAside aside;

  DatabaseRestore(
      RestoreSettings settings,
      DatabaseSettings folders,
      IntakeSettings intake,
      Originals originals,
      Clock clock) {
    this.settings = settings;
    this.folders = folders;
    this.keyPlace = KeyPlace.of(intake, folders);
    this.originals = originals;
    this.clock = clock;
  }

  /**
   * Files that the restored database does not know.
   *
   * @param folder contains them
   */
  public record SetAside(Path folder, int files) {}

  /** Files of the archive that are newer than the backup. */
  public Optional<SetAside> aside() {
    return Optional.ofNullable(aside).filter(found -> found.files() > 0);
  }

  @Override
  public void prepare(Flyway flyway) {
    if (settings.from() != null) {
      try {
        restore(flyway, BackupFiles.of(settings.from().toAbsolutePath()));
      } catch (IOException | SQLException problem) {
        throw new IllegalStateException(problem.getMessage(), problem);
      }
    }
  }

  private void restore(Flyway flyway, BackupFiles backup) throws IOException, SQLException {
    SchemaOfBackup schema = new SchemaOfBackup(flyway, backup);
    schema.requireKnown();
    requireDefinitions(backup);
    Optional<String> key = requireKey(backup.manifest());
    RunLock.Held held = lock(flyway);
    try {
      schema.requireEmpty();
      backup.verify();
      if (!settings.scratch()) {
        restoreFiles(backup, key);
      }
      schema.make();
      load(flyway, backup);
      schema.grant();
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

  private void restoreFiles(BackupFiles backup, Optional<String> key) throws IOException {
    if (key.isPresent()) {
      OwnerOnly.write(keyPlace.file(), key.get());
      keyPlace.recordCopy(key.get());
    }
    aside = new RestoredOriginals(backup, originals).run(clock.getZone());
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
