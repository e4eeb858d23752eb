package org.sunlitledger.database.schema;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks the server and the database when the program starts. An empty database gets its tables. A
 * schema of an earlier version is refused, so that only {@code upgrade} changes it, or a restore,
 * which has just filled the database.
 */
@Component
final class ServerCheck implements FlywayMigrationStrategy {
  private final DataSource dataSource;
  private final ApplicationEventPublisher listeners;
  private final ObjectProvider<BeforeMigration> before;
  private final Clock clock;
  private final boolean leavesOlderSchema;

  /**
   * @param leavesOlderSchema whether the program starts on the schema of an earlier version, which
   *     stays as it is; for the command that upgrades it
   */
  ServerCheck(
      DataSource dataSource,
      ApplicationEventPublisher listeners,
      ObjectProvider<BeforeMigration> before,
      Clock clock,
      @Value("${sunlit.leaves-older-schema:false}") boolean leavesOlderSchema) {
    this.dataSource = dataSource;
    this.listeners = listeners;
    this.before = before;
    this.clock = clock;
    this.leavesOlderSchema = leavesOlderSchema;
  }

  @Override
  public void migrate(Flyway flyway) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    ServerVersion server = ServerVersion.of(jdbc);
    if (!server.isNewEnough() || !server.isUtf8()) {
      throw new DatabaseRefused("database.server", server.version(), server.encoding());
    }
    Optional<Path> restored =
        before.stream().flatMap(step -> step.prepare(flyway).stream()).findFirst();
    SchemaVersions versions = SchemaVersions.of(flyway);
    switch (versions.state()) {
      case OF_EARLIER_PROGRAM -> throw new DatabaseRefused("database.earlier");
      case OF_LATER_PROGRAM -> throw later(jdbc);
      // registers may have changed all the same
      case CURRENT -> flyway.migrate();
      case EMPTY, OWN_BEHIND -> change(flyway, versions, restored);
      case BEHIND -> {
        if (restored.isPresent()) {
          change(flyway, versions, restored);
        } else if (!leavesOlderSchema) {
          throw new DatabaseRefused("database.behind", versions.found(), versions.known());
        }
      }
    }
  }

  private void change(Flyway flyway, SchemaVersions versions, Optional<Path> restored) {
    listeners.publishEvent(new DatabaseStep.Begun(DatabaseStep.TABLES_LAID_OUT));
    new SchemaMigration(versions, restored, clock).run(flyway);
  }

  /** Names the version that made the database, if it has written that down. */
  private static DatabaseRefused later(JdbcClient jdbc) {
    boolean isKnown =
        jdbc.sql("select to_regclass('schema_change') is not null").query(Boolean.class).single();
    Optional<String> program =
        isKnown
            ? jdbc.sql("select program from schema_change order by id desc limit 1")
                .query(String.class)
                .optional()
            : Optional.empty();
    return program
        .map(name -> new DatabaseRefused("database.later-of", name))
        .orElseGet(() -> new DatabaseRefused("database.later"));
  }
}
