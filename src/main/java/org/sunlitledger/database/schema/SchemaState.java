package org.sunlitledger.database.schema;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** How the schema of a database compares with that of the program. */
public enum SchemaState {
  /** There are no tables yet. */
  EMPTY,
  /** Migrations are still to be applied. */
  BEHIND,
  CURRENT,
  /** Another set of migrations made it, which cannot be continued. */
  OF_EARLIER_PROGRAM,
  /** It has migrations that this program does not know. */
  OF_LATER_PROGRAM;

  /** Earlier sets of migrations begin with another text. With the same text, the set is longer. */
  private static final MigrationVersion FIRST_VERSION = MigrationVersion.fromVersion("1");

  /**
   * The state of a database, which is only read.
   *
   * @param definitions folder of the county's own definitions
   */
  public static SchemaState of(DataSource database, Optional<Path> definitions) {
    return of(
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:definitions/sql/schema")
            .resourceProvider(new Migrations(definitions.map(OwnMigrations::in).orElse(List.of())))
            .load());
  }

  /** A county's own migrations are not compared, but are to be applied as well. */
  static SchemaState of(Flyway flyway) {
    // each look reads all migrations again
    MigrationInfoService migrations = flyway.info();
    List<MigrationInfo> applied =
        Arrays.stream(migrations.applied())
            .filter(migration -> migration.getVersion() != null)
            .filter(migration -> !OwnMigrations.isOwn(migration.getVersion()))
            .toList();
    if (applied.isEmpty()) {
      return EMPTY;
    }
    if (applied.stream().noneMatch(SchemaState::isFirstOfToday)) {
      return OF_EARLIER_PROGRAM;
    }
    if (!applied.stream().allMatch(migration -> migration.getState().isResolved())) {
      return OF_LATER_PROGRAM;
    }
    return migrations.pending().length == 0 ? CURRENT : BEHIND;
  }

  private static boolean isFirstOfToday(MigrationInfo migration) {
    return FIRST_VERSION.equals(migration.getVersion()) && migration.isChecksumMatching();
  }
}
