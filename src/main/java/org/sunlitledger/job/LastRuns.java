package org.sunlitledger.job;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the last runs ended. */
@Component
public final class LastRuns {
  private final JdbcClient jdbc;

  public LastRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When a nightly run was completed last, in seconds since 1970; empty before the first one. */
  public Optional<Long> lastGoodNight() {
    return jdbc.sql(
            """
            select extract(epoch from max(e.end_time)::timestamptz)::bigint
            from batch_job_execution e
            join batch_job_instance i using (job_instance_id)
            where i.job_name = 'nightly'
              and e.status = 'COMPLETED'
            """)
        .query((row, number) -> Optional.ofNullable((Long) row.getObject(1)))
        .single();
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
}
