package org.sunlitledger.database.schema;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** Fills an empty database before its schema is compared with that of the program and migrated. */
public interface BeforeMigration {

  /**
   * Prepares the database.
   *
   * @param flyway migrates the database as the owner of the schema
   * @return the backup that it was filled from; empty if nothing was done
   */
  Optional<Path> prepare(Flyway flyway);
}
