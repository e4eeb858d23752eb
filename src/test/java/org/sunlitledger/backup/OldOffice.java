package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.storage.StorageSettings;
import org.sunlitledger.testing.Office;

/**
 * An office as an earlier release has left it: the tables, their rows and the rights of its role
 * are of that release, and no process works on the database.
 */
final class OldOffice implements AutoCloseable {
  private final Path folder;
  private final Office closed;

  /** With what the release is kept with. */
  OldOffice(Path folder, KeptRelease release) throws IOException, SQLException {
    this(folder, release, release.backup(folder.resolve("released")));
  }

  /** With a backup that the release can restore, restored as the release does it. */
  OldOffice(Path folder, KeptRelease release, Path backup) throws IOException, SQLException {
    this.folder = folder;
    FileSystemUtils.deleteRecursively(var());
    closed = Office.ofTwoRoles(folder);
    closed.close();
    Files.delete(var().resolve("secret.key"));
    Flyway owner = owner();
    new RestoreRun(
            new RestoreSettings(backup, release.key(), false),
            new DatabaseSettings(var(), null),
            new IntakeSettings(closed.ownInbox(), null, Duration.ZERO, 1, 20_000, null),
            new StorageSettings(null, null),
            Clock.system(ZoneId.of("Asia/Shanghai")))
        .run(owner);
    release.grant(owner);
  }

  private Path var() {
    return folder.resolve("var");
  }

  Path backups() {
    return folder.resolve("backups");
  }

  /** For {@code OtherProcess}. */
  Office closed() {
    return closed;
  }

  private Flyway owner() {
    return Flyway.configure()
        .dataSource(
            setting("SPRING_DATASOURCE_URL"),
            setting("SPRING_FLYWAY_USER"),
            setting("SPRING_FLYWAY_PASSWORD"))
        .locations("classpath:definitions/sql/schema")
        .load();
  }

  String setting(String name) {
    return Objects.requireNonNull(closed.environment().get(name));
  }

  /** Looks into the database as the owner of the schema. */
  JdbcClient sql() {
    return JdbcClient.create(Objects.requireNonNull(owner().getConfiguration().getDataSource()));
  }

  Terminal terminal() {
    return new Terminal(closed);
  }

  /** Runs a command that must end with a status; what it prints. */
  String run(int status, String... command) {
    Terminal terminal = terminal();
    int ended = terminal.run(command);
    String said = terminal.out() + terminal.err();
    assertThat(ended).as(said).isEqualTo(status);
    return said;
  }

  /** The program of today at work, with its two roles. */
  Office open() {
    return closed.again(
        Map.of(
            "spring.datasource.username", setting("SPRING_DATASOURCE_USERNAME"),
            "spring.datasource.password", setting("SPRING_DATASOURCE_PASSWORD"),
            "spring.flyway.user", setting("SPRING_FLYWAY_USER"),
            "spring.flyway.password", setting("SPRING_FLYWAY_PASSWORD")));
  }

  /** The last migration of the program in the history. */
  String version() {
    return sql().sql("select max(version) from flyway_schema_history").query(String.class).single();
  }

  /** All columns of all tables and views. */
  List<String> columns() {
    return sql()
        .sql(
            """
            select concat_ws(' ', table_name, column_name, data_type, is_nullable)
            from information_schema.columns
            where table_schema = 'public'
            order by 1
            """)
        .query(String.class)
        .list();
  }

  /** A digest of the rows of each table but those that say how the schema and backups were made. */
  Map<String, String> rows() {
    Map<String, String> digests = new TreeMap<>();
    for (String table :
        sql()
            .sql(
                """
                select tablename
                from pg_tables
                where schemaname = 'public'
                  and tablename not in ('flyway_schema_history', 'backup')
                """)
            .query(String.class)
            .list()) {
      digests.put(
          table,
          sql()
              .sql(
                  "select count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from \"%s\" t"
                      .formatted(table))
              .query(String.class)
              .single());
    }
    return digests;
  }

  @Override
  public void close() {
    closed.close();
  }
}
