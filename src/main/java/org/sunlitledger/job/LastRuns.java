package org.sunlitledger.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.RunLock;

/** How the last runs ended. */
@Component
public final class LastRuns {
  private final JdbcClient jdbc;
  private final RunLock lock;

  public LastRuns(JdbcClient jdbc, RunLock lock) {
    this.jdbc = jdbc;
    this.lock = lock;
  }

  /** A night that did not complete. */
  public record BrokenNight(long run, int year) {}

  /** When a nightly run was completed last; empty before the first one. */
  public Optional<Instant> lastGoodNight() {
    return lastEnd(true);
  }

  /** When a nightly run ended last, completed or not; empty before the first one. */
  public Optional<Instant> lastEndOfNight() {
    return lastEnd(false);
  }

  private Optional<Instant> lastEnd(boolean completed) {
    return jdbc.sql(
            """
            select max(e.end_time)::timestamptz
            from batch_job_execution e
            join batch_job_instance i using (job_instance_id)
            where i.job_name = 'nightly'
              and (e.status = 'COMPLETED' or not :completed)
            """)
        .param("completed", completed)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** Whether the run that began last has failed; one that still works has not. */
  public boolean lastHasFailed() {
    return jdbc.sql(
            """
            select coalesce((
              select status in ('FAILED', 'STOPPED', 'ABANDONED', 'UNKNOWN')
              from batch_job_execution
              order by job_execution_id desc
              limit 1), false)
            """)
        .query(Boolean.class)
        .single();
  }

  /**
   * The nightly run that began last, if it did not complete: it failed, or its process is gone. One
   * that still works is none.
   */
  public Optional<BrokenNight> brokenNight() {
    return jdbc.sql(
            """
            select e.job_execution_id as run, y.parameter_value::integer as year
            from batch_job_execution e
            join batch_job_instance i using (job_instance_id)
            join batch_job_execution_params y
              on y.job_execution_id = e.job_execution_id
              and y.parameter_name = 'year'
            where i.job_name = 'nightly'
              and e.job_execution_id = (
                select max(l.job_execution_id)
                from batch_job_execution l
                join batch_job_instance n using (job_instance_id)
                where n.job_name = 'nightly'
              )
              and e.status <> 'COMPLETED'
              and (e.end_time is not null or not :going)
            """)
        .param("going", lock.holder().isPresent())
        .query(BrokenNight.class)
        .optional();
  }
}
