package org.sunlitledger.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.quantity.text.Moment;

/**
 * How old the last one of something may be.
 *
 * @param most 0 if none is expected
 */
record Age(Duration most, Clock clock) {

  /**
   * Whether another one is due by now.
   *
   * @param last the moment of the last one; without one, the age counts from the making of the
   *     tables, as from then on there should be nights and backups
   */
  boolean isOver(Optional<Instant> last, DataSource books) {
    return !most.isZero()
        && last.orElseGet(() -> tablesMade(books)).plus(most).isBefore(clock.instant());
  }

  private static Instant tablesMade(DataSource books) {
    return JdbcClient.create(books)
        .sql("select min(installed_on)::timestamptz from flyway_schema_history")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** A moment as people read it. */
  String moment(Instant at) {
    return Moment.in(clock.getZone(), at.atOffset(ZoneOffset.UTC));
  }
}
