package org.sunlitledger.database.schema;

import java.nio.file.Path;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Applies all pending migrations in one transaction, together with their history, the rights of the
 * program's role and a row of {@code schema_change}. A kill leaves the schema as it was or as it
 * should be, and nothing between.
 *
 * @param before the versions as they were looked up
 * @param backup from before the change, from which the way back leads; empty if there is none
 */
public record SchemaMigration(SchemaVersions before, Optional<Path> backup, Clock clock) {

  /** Applies them as the owner of the schema. */
  public void run(Flyway flyway) {
    Callback[] callbacks =
        Stream.concat(
                Arrays.stream(flyway.getConfiguration().getCallbacks()), Stream.of(new Last(this)))
            .toArray(Callback[]::new);
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .callbacks(callbacks)
        .load()
        .migrate();
  }

  private void complete(JdbcClient owner) {
    WorkRights.grant(owner);
    if (before.found() != before.known()) {
      owner
          .sql(
              """
              insert into schema_change (at, from_version, to_version, program, backup)
              values (:at, :from, :to, :program, :backup)
              """)
          .param("at", OffsetDateTime.now(clock))
          .param("from", before.found() == 0 ? null : before.found(), Types.INTEGER)
          .param("to", before.known())
          .param("program", ProgramVersion.NAME)
          .param("backup", backup.map(Path::toString).orElse(null), Types.VARCHAR)
          .update();
    }
  }

  /** Comes after the last migration, in its transaction. */
  private record Last(SchemaMigration migration) implements Callback {
    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public String getCallbackName() {
      return "schema change";
    }

    @Override
    public void handle(Event event, Context context) {
      if (migration
          .before
          .last()
          .equals(Optional.ofNullable(context.getMigrationInfo().getVersion()))) {
        migration.complete(
            JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true)));
      }
    }
  }
}
