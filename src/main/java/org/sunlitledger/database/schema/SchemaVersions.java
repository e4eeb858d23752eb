package org.sunlitledger.database.schema;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The version of a database's schema beside that of the program. The version of a schema is the
 * number of its last migration, as 30; a county's own migrations are not counted.
 *
 * @param found that of the database; 0 if there are no tables
 * @param known that of the program
 * @param last the pending migration that is applied last
 */
public record SchemaVersions(
    SchemaState state, int found, int known, Optional<MigrationVersion> last) {

  /** Earlier sets of migrations begin with another text. With the same text, the set is longer. */
  private static final MigrationVersion FIRST_VERSION = MigrationVersion.fromVersion("1");

  /**
   * Those of a database, which is only read.
   *
   * @param definitions folder of the county's own definitions
   */
  public static SchemaVersions of(DataSource database, Optional<Path> definitions) {
    return of(
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:definitions/sql/schema")
            .outOfOrder(true)
            .resourceProvider(new Migrations(definitions.map(OwnMigrations::in).orElse(List.of())))
            .load());
  }

  /** The same as the owner of the schema. */
  public static SchemaVersions of(Flyway flyway) {
    // each look reads all migrations again
    MigrationInfoService migrations = flyway.info();
    List<MigrationInfo> applied = ofProgram(migrations.applied()).toList();
    return new SchemaVersions(
        state(applied, migrations.pending()),
        highest(applied.stream()),
        highest(ofProgram(migrations.all()).filter(one -> one.getState().isResolved())),
        Arrays.stream(migrations.pending())
            .map(MigrationInfo::getVersion)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder()));
  }

  private static SchemaState state(List<MigrationInfo> applied, MigrationInfo[] pending) {
    if (applied.isEmpty()) {
      return SchemaState.EMPTY;
    }
    if (applied.stream().noneMatch(SchemaVersions::isFirstOfToday)) {
      return SchemaState.OF_EARLIER_PROGRAM;
    }
    if (!applied.stream().allMatch(migration -> migration.getState().isResolved())) {
      return SchemaState.OF_LATER_PROGRAM;
    }
    if (ofProgram(pending).findAny().isPresent()) {
      return SchemaState.BEHIND;
    }
    return pending.length == 0 ? SchemaState.CURRENT : SchemaState.OWN_BEHIND;
  }

  private static boolean isFirstOfToday(MigrationInfo migration) {
    return FIRST_VERSION.equals(migration.getVersion()) && migration.isChecksumMatching();
  }

  private static Stream<MigrationInfo> ofProgram(MigrationInfo[] migrations) {
    return Arrays.stream(migrations)
        .filter(migration -> migration.getVersion() != null)
        .filter(migration -> !OwnMigrations.isOwn(migration.getVersion()));
  }

  private static int highest(Stream<MigrationInfo> migrations) {
    return migrations
        .mapToInt(migration -> migration.getVersion().getMajor().intValue())
        .max()
        .orElse(0);
  }
}
