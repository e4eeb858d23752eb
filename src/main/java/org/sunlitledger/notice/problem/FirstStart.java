package org.sunlitledger.notice.problem;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the tables were made: from then on there should be nights and backups. */
@Component
@Lazy
final class FirstStart {
  private final JdbcClient jdbc;

  FirstStart(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Instant at() {
    return jdbc.sql("select min(installed_on)::timestamptz from flyway_schema_history")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
