package org.sunlitledger.database.schema;

import org.flywaydb.core.Flyway;

/** Fills an empty database before its schema is compared with that of the program and migrated. */
public interface BeforeMigration {

  /**
   * Prepares the database.
   *
   * @param flyway migrates the database as the owner of the schema
   */
  void prepare(Flyway flyway);
}
