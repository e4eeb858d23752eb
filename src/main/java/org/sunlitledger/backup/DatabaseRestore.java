package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.schema.BeforeMigration;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.storage.StorageSettings;

/**
 * Restores a backup while the program starts, if the command wants that. Migrations that are newer
 * than the backup come afterwards, as at any start. Every command makes one of these, so nothing
 * that only a restore needs is made before it.
 */
@Component
public final class DatabaseRestore implements BeforeMigration {
  private final Environment environment;
  private final DatabaseSettings folders;
  private final IntakeSettings intake;
  private final StorageSettings storage;
  private final Clock clock;
  private @Nullable SetAside aside;

  DatabaseRestore(
      Environment environment,
      DatabaseSettings folders,
      IntakeSettings intake,
      StorageSettings storage,
      Clock clock) {
    this.environment = environment;
    this.folders = folders;
    this.intake = intake;
    this.storage = storage;
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
  public Optional<Path> prepare(Flyway flyway) {
    Optional<RestoreSettings> settings = RestoreSettings.of(environment);
    if (settings.isPresent()) {
      try {
        aside = new RestoreRun(settings.get(), folders, intake, storage, clock).run(flyway);
      } catch (IOException | SQLException problem) {
        throw new IllegalStateException(problem.getMessage(), problem);
      }
    }
    return settings.map(RestoreSettings::from);
  }
}
