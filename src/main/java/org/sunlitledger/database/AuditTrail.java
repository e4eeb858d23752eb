package org.sunlitledger.database;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what, when: rows that the database itself refuses to change. */
@Component
public final class AuditTrail {
  private final JdbcClient jdbc;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Records something that was done to a year as a whole; part of the caller's transaction. */
  public void add(String who, String action, int year, String detail) {
    jdbc.sql(
            """
            insert into audit_event (at, who, action, year, detail)
            values (:now, :who, :action, :year, :detail)
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("who", who)
        .param("action", action)
        .param("year", year)
        .param("detail", detail)
        .update();
  }
}
