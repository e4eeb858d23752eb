package org.sunlitledger.console.reconcile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.proof.Reconciler;

/** Where the reconciliation of a year stands, in numbers that need no lines. */
@Component
public final class ReconciliationNumbers {
  private final JdbcClient jdbc;

  ReconciliationNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a reconciliation found that people have to decide.
   *
   * @param open discrepancies that nobody has resolved
   * @param resolved those that await another person's approval
   * @param oldest the day of the oldest open one; null where none is open
   */
  public record ToDecide(
      OffsetDateTime madeAt, long open, long resolved, @Nullable LocalDate oldest) {}

  /** A delivery that counts and came after the reconciliation. */
  public record ChangedDelivery(long id, String name, OffsetDateTime receivedAt) {}

  Optional<ToDecide> toDecide(int year) {
    return jdbc.sql(
            """
            select r.made_at,
              count(d.id) filter (where d.status = 'open') as open,
              count(d.id) filter (where d.status = 'resolved') as resolved,
              min(d.since) filter (where d.status = 'open') as oldest
            from reconciliation r
            left join discrepancy d
              on d.year = r.year
              and d.severity not in ('info', 'look')
              and d.status in ('open', 'resolved')
            where r.year = :year
            group by r.made_at
            """)
        .param("year", year)
        .query(ToDecide.class)
        .optional();
  }

  /** The deliveries that put a reconciliation out of date, the last first. */
  List<ChangedDelivery> changed(int year, OffsetDateTime since) {
    return jdbc.sql(
            """
            select id, name, received_at
            from delivery
            where status = 'live'
              and year <= :year
              and received_at > :since
            order by received_at desc, id desc
            """)
        .param("year", year)
        .param("since", since)
        .query(ChangedDelivery.class)
        .list();
  }

  /** Whether a ledger counts in a year. */
  boolean hasLedger(int year) {
    return jdbc.sql(
            """
            select exists (
              select from delivery where register = :ledger and year = :year and status = 'live'
            )
            """)
        .param("ledger", Reconciler.LEDGER)
        .param("year", year)
        .query(Boolean.class)
        .single();
  }

  /** The last run that reconciled, or was to reconcile, a year. */
  Optional<Long> lastRun(int year) {
    return Optional.ofNullable(
        jdbc.sql(
                """
                select max(e.job_execution_id)
                from batch_job_execution e
                join batch_job_instance i using (job_instance_id)
                join batch_job_execution_params p using (job_execution_id)
                where i.job_name = 'yearEnd'
                  and p.parameter_name = 'year'
                  and p.parameter_value = :year
                """)
            .param("year", String.valueOf(year))
            .query(Long.class)
            .optional()
            .orElse(null));
  }

  /** When somebody last decided something that the statement of a year shows. */
  Optional<OffsetDateTime> lastDecision(int year) {
    return jdbc.sql("select max(at) as at from audit_event where year = :year")
        .param("year", year)
        .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
        .single();
  }
}
