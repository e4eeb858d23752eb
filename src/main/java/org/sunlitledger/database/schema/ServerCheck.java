package org.sunlitledger.database.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks the server and the database before the schema is changed, and then migrates it. */
@Component
final class ServerCheck implements FlywayMigrationStrategy {
  private final DataSource dataSource;
  private final ApplicationEventPublisher listeners;
  private final ObjectProvider<BeforeMigration> before;

  ServerCheck(
      DataSource dataSource,
      ApplicationEventPublisher listeners,
      ObjectProvider<BeforeMigration> before) {
    this.dataSource = dataSource;
    this.listeners = listeners;
    this.before = before;
  }

  @Override
  public void migrate(Flyway flyway) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    ServerVersion server = ServerVersion.of(jdbc);
    if (!server.isNewEnough() || !server.isUtf8()) {
      throw new IllegalStateException(
          "需要 PostgreSQL 15 以上且编码为 UTF8 / PostgreSQL 15 or later with encoding UTF8 is needed; "
              + "found %s, %s".formatted(server.version(), server.encoding()));
    }
    before.forEach(step -> step.prepare(flyway));
    if (SchemaHistory.isBehind(flyway)) {
      listeners.publishEvent(new DatabaseStep.Begun(DatabaseStep.TABLES_LAID_OUT));
    }
    flyway.migrate();
  }
}
