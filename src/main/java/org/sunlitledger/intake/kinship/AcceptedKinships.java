package org.sunlitledger.intake.kinship;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The decisions of people about files whose keys do not decide their kinship. They are stored by
 * the bytes of the file.
 */
@Component
public class AcceptedKinships {
  private final JdbcClient jdbc;
  private final Clock clock;

  AcceptedKinships(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The decision about a delivery's bytes. The delivery that it corrects may have been removed
   * since.
   */
  Optional<Kinship> find(long delivery) {
    return jdbc.sql(
            """
            select coalesce(a.corrects, 0)
            from accepted_kinship a
            join delivery d using (sha256, year, sheet)
            where d.id = :id
            """)
        .param("id", delivery)
        .query(Long.class)
        .optional()
        .map(corrects -> corrects == 0 ? new Kinship.Further() : new Kinship.Correction(corrects));
  }

  /** Stores a decision in the caller's transaction. The last decision is valid. */
  public void keep(long delivery, Kinship decided, String by, String why) {
    jdbc.sql(
            """
            insert into accepted_kinship
              (sha256, year, sheet, corrects, accepted_by, accepted_at, why)
            select sha256, year, sheet, nullif(:corrects, 0), :by, :now, :why
            from delivery
            where id = :id
            on conflict (sha256, year, sheet) do update
            set corrects = excluded.corrects,
              accepted_by = excluded.accepted_by,
              accepted_at = excluded.accepted_at,
              why = excluded.why
            """)
        .param("id", delivery)
        .param("corrects", decided instanceof Kinship.Correction one ? one.earlier() : 0L)
        .param("by", by)
        .param("now", OffsetDateTime.now(clock))
        .param("why", why)
        .update();
  }
}
