package org.sunlitledger.database;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

  /**
   * Something that was done.
   *
   * @param discrepancy that it was done to; empty when it was done to the year as a whole
   */
  public record Event(
      OffsetDateTime at,
      String who,
      String action,
      int year,
      Optional<Long> discrepancy,
      String detail) {}

  /** Records something that was done to a year as a whole; part of the caller's transaction. */
  public void add(String who, String action, int year, String detail) {
    add(who, action, year, Optional.empty(), detail);
  }

  /** Records something that was done to a discrepancy; part of the caller's transaction. */
  public void add(String who, String action, int year, long discrepancy, String detail) {
    add(who, action, year, Optional.of(discrepancy), detail);
  }

  private void add(String who, String action, int year, Optional<Long> discrepancy, String detail) {
    jdbc.sql(
            """
            insert into audit_event (at, who, action, year, discrepancy_id, detail)
            values (:now, :who, :action, :year, :discrepancy, :detail)
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("who", who)
        .param("action", action)
        .param("year", year)
        .param("discrepancy", discrepancy.orElse(null), Types.BIGINT)
        .param("detail", detail)
        .update();
  }

  /** What was done to a year, in the order in which it was done. */
  public List<Event> of(int year) {
    return jdbc.sql(
            """
            select at, who, action, year, discrepancy_id, detail
            from audit_event
            where year = :year
            order by id
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new Event(
                    row.getObject(1, OffsetDateTime.class),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    Optional.ofNullable(row.getObject(5, Long.class)),
                    row.getString(6)))
        .list();
  }
}
