package org.sunlitledger.job;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.inbox.InboxAccount;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.reconcile.proof.Reconciler;

/** Adds up the result of a run. */
@Component
final class Outcomes {
  private final JdbcClient jdbc;
  private final Figures figures;
  private final ClosedYears closed;
  private final HiddenNames hidden;
  private final InboxAccount inbox;
  private final OpenItems items;

  Outcomes(
      JdbcClient jdbc,
      Figures figures,
      ClosedYears closed,
      HiddenNames hidden,
      InboxAccount inbox,
      OpenItems items) {
    this.jdbc = jdbc;
    this.figures = figures;
    this.closed = closed;
    this.hidden = hidden;
    this.inbox = inbox;
    this.items = items;
  }

  private record Books(
      int deliveries,
      int refusedFiles,
      long read,
      long accepted,
      long refused,
      long waiting,
      long amount,
      int held,
      int heldInAll,
      long lastDelivery) {}

  Outcome of(JobExecution execution) {
    Started started = Started.of(execution);
    Books books = books();
    ExecutionContext run = execution.getExecutionContext();
    int year = started.year();
    List<Figures.Computed> computed = figures.of(year);
    return new Outcome(
        execution.getId(),
        failures(execution),
        started.inbox(hidden),
        entries(started),
        books.deliveries(),
        books.refusedFiles(),
        books.read(),
        books.accepted(),
        books.refused(),
        books.waiting(),
        books.amount(),
        computed.size(),
        (int) computed.stream().filter(figure -> figure.problem().isPresent()).count(),
        names(run, NightlyJob.REPORTS),
        closed.freezing(year),
        books.held(),
        books.heldInAll(),
        items.groups(),
        items.setAside(),
        books.lastDelivery());
  }

  /** Takes note that what an outcome covers was reported. */
  void reported(Outcome outcome) {
    jdbc.sql(
            """
            update delivery
            set reported = true
            where not reported
              and id <= :last
              and status in ('live', 'offered', 'refused', 'superseded', 'held')
            """)
        .param("last", outcome.lastDelivery())
        .update();
    outcome.inbox().ifPresent(inbox::forgetGone);
  }

  /** What is wrong with ledgers was said by the run that read them. */
  void ledgerReported() {
    jdbc.sql(
            """
            update delivery
            set reported = true
            where register = :ledger
              and not reported
              and status in ('live', 'offered', 'refused', 'superseded', 'held')
            """)
        .param("ledger", Reconciler.LEDGER)
        .update();
  }

  private List<InboxAccount.ReportedEntry> entries(Started started) {
    Optional<Path> folder = started.inbox(hidden);
    return folder.isEmpty() ? List.of() : inbox.entries(folder.get(), started.at());
  }

  private static List<String> names(ExecutionContext run, String key) {
    return Arrays.stream(run.getString(key, "").split("\n", -1))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private Books books() {
    return jdbc.sql(
            """
            select
              count(*) filter (where status = 'live'),
              count(*) filter (where status = 'refused'),
              coalesce(sum(lines_read) filter (where status = 'live'), 0),
              coalesce(sum(lines_accepted) filter (where status = 'live'), 0),
              coalesce(sum(lines_refused) filter (where status = 'live'), 0),
              (
                select count(distinct (f.delivery_id, f.line))
                from finding f
                join delivery l on l.id = f.delivery_id
                where f.waiting and l.status = 'live' and not l.reported
              ),
              coalesce(sum(fen_accepted) filter (where status = 'live'), 0),
              count(*) filter (where status = 'held'),
              (select count(*) from delivery where status = 'held'),
              (select coalesce(max(id), 0) from delivery)
            from delivery
            where not reported
            """)
        .query(
            (row, number) ->
                new Books(
                    row.getInt(1),
                    row.getInt(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getInt(8),
                    row.getInt(9),
                    row.getLong(10)))
        .single();
  }

  /** Why a run failed, in sentences; none when it was done. */
  static List<String> failures(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return List.of();
    }
    List<String> failures =
        execution.getAllFailureExceptions().stream()
            // a partitioned step that failed: its parts say why
            .filter(failure -> !(failure instanceof JobExecutionException))
            .map(NestedExceptionUtils::getMostSpecificCause)
            .map(cause -> cause.getMessage() == null ? cause.toString() : cause.getMessage())
            .distinct()
            .toList();
    return failures.isEmpty() ? List.of(execution.getStatus().toString()) : failures;
  }
}
