package org.sunlitledger.backup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.backup.Manifest.AppliedMigration;
import org.sunlitledger.backup.Manifest.CopiedFile;
import org.sunlitledger.database.schema.Migrations;
import org.sunlitledger.database.schema.OwnMigrations;
import org.sunlitledger.database.schema.WorkRights;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.register.RegisterTables;
import org.sunlitledger.register.Registers;

/** Makes an empty database's tables as they were when a backup was made. */
final class SchemaOfBackup {
  /** Tables in which a database has no row until people or runs have worked with it. */
  private static final List<String> WORK =
      List.of("delivery", "audit_event", "account", "county", "batch_job_instance");

  private final Flyway flyway;
  private final BackupFiles backup;
  private final JdbcClient owner;

  /**
   * @param flyway has the migrations of the program and of the county's definitions of today
   */
  SchemaOfBackup(Flyway flyway, BackupFiles backup) {
    this.flyway = flyway;
    this.backup = backup;
    this.owner = JdbcClient.create(dataSource(flyway));
  }

  static DataSource dataSource(Flyway flyway) {
    return Objects.requireNonNull(flyway.getConfiguration().getDataSource());
  }

  /**
   * Compares the backup's migrations with those of this program. A county's own migrations are in
   * the backup.
   *
   * @throws BackupRefused when another version of the program made it
   */
  void requireKnown() {
    Map<String, Integer> known = new HashMap<>();
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getResolvedChecksum() != null && migration.getVersion() != null) {
        known.put(migration.getScript(), migration.getResolvedChecksum());
      }
    }
    for (AppliedMigration applied : backup.manifest().migrations()) {
      boolean isProgram = !OwnMigrations.isOwn(MigrationVersion.fromVersion(applied.version()));
      Integer checksum = known.get(applied.script());
      if (isProgram && checksum == null) {
        throw new BackupRefused("restore.newer", backup.manifest().program());
      }
      if (isProgram && !Objects.equals(checksum, applied.checksum())) {
        throw new BackupRefused("restore.other-program", backup.manifest().program());
      }
    }
  }

  /**
   * The database has no tables, or those that the first start of the program makes, or those of a
   * restore that was killed.
   *
   * @throws BackupRefused when there is anything else
   */
  void requireEmpty() {
    List<String> tables =
        owner
            .sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list();
    if (!tables.isEmpty() && (!tables.containsAll(WORK) || WORK.stream().anyMatch(this::hasRows))) {
      throw new BackupRefused("restore.not-empty", address());
    }
  }

  private boolean hasRows(String table) {
    return owner
        .sql("select exists (select from %s)".formatted(table))
        .query(Boolean.class)
        .single();
  }

  private String address() {
    return owner.sql("select current_database()").query(String.class).single();
  }

  /** Makes the tables. */
  void make() {
    Map<String, byte[]> used =
        backup.manifest().of(Place.USED).stream()
            .collect(Collectors.toMap(CopiedFile::path, backup::bytes));
    configuration().cleanDisabled(false).load().clean();
    configuration()
        .callbacks(new RegisterTables(new Registers(Definitions.kept(used))))
        .load()
        .migrate();
    backup.manifest().registers().forEach(register -> register.create(owner));
  }

  /** Gives the program's role its rights; migrations that follow do so themselves. */
  void grant() {
    if (flyway.info().pending().length == 0) {
      WorkRights.grant(owner);
    }
  }

  private FluentConfiguration configuration() {
    Path own = backup.folder(Place.OWN);
    List<String> scripts =
        backup.manifest().migrations().stream().map(AppliedMigration::script).toList();
    return Flyway.configure()
        .configuration(flyway.getConfiguration())
        .resourceProvider(new Migrations(OwnMigrations.in(own)).only(scripts));
  }
}
