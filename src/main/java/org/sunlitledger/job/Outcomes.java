package org.sunlitledger.job;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.figure.Figures;

/** Adds up what a run came to. */
@Component
final class Outcomes {
  private final JdbcClient jdbc;
  private final Figures figures;
  private final ClosedYears closed;

  Outcomes(JdbcClient jdbc, Figures figures, ClosedYears closed) {
    this.jdbc = jdbc;
    this.figures = figures;
    this.closed = closed;
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
      int heldInAll) {}

  Outcome of(JobExecution execution) {
    Started started = Started.of(execution);
    Books books = books(started.at());
    ExecutionContext run = execution.getExecutionContext();
    int year = started.year();
    List<Figures.Computed> computed = figures.of(year);
    return new Outcome(
        execution.getId(),
        failures(execution),
        books.deliveries(),
        books.refusedFiles(),
        run.getInt(NightlyJob.KNOWN, 0),
        names(run, NightlyJob.UNFINISHED),
        books.read(),
        books.accepted(),
        books.refused(),
        books.waiting(),
        books.amount(),
        computed.size(),
        (int) computed.stream().filter(figure -> figure.problem().isPresent()).count(),
        names(run, NightlyJob.REPORTS),
        closed.of(year),
        books.held(),
        books.heldInAll());
  }

  private static List<String> names(ExecutionContext run, String key) {
    return Arrays.stream(run.getString(key, "").split("\n", -1))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private Books books(OffsetDateTime since) {
    return jdbc.sql(
            """
            select
              count(*) filter (where status = 'live'),
              count(*) filter (where status = 'refused'),
              coalesce(sum(lines_read), 0),
              coalesce(sum(lines_accepted), 0),
              coalesce(sum(lines_refused), 0),
              (
                select count(distinct (f.delivery_id, f.line))
                from finding f
                join delivery l on l.id = f.delivery_id
                where f.waiting and l.status = 'live' and l.live_at >= :since
              ),
              coalesce(sum(fen_accepted), 0),
              (
                select count(*) from delivery where status = 'held' and received_at >= :since
              ),
              (select count(*) from delivery where status = 'held')
            from delivery
            where live_at >= :since
              or status = 'refused' and received_at >= :since
            """)
        .param("since", since)
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
                    row.getInt(9)))
        .single();
  }

  private static List<String> failures(JobExecution execution) {
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
