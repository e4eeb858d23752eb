package org.sunlitledger.job;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs there were. */
@Component
public final class Runs {
  private final JdbcClient jdbc;
  private final JobRepository repository;
  private final JobOperator operator;

  Runs(JdbcClient jdbc, JobRepository repository, JobOperator operator) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.operator = operator;
  }

  /** A run as it is listed. */
  public record Run(
      long id,
      String job,
      String year,
      String startedBy,
      LocalDateTime started,
      Optional<LocalDateTime> ended,
      String status,
      String reached) {}

  /** The latest first, at most so many. */
  public List<Run> latest(int most) {
    return jdbc.sql(
            """
            select e.job_execution_id, i.job_name, coalesce(y.parameter_value, ''),
              coalesce(b.parameter_value, ''), e.create_time, e.end_time, e.status, coalesce(s.step_name, '')
            from batch_job_execution e
            join batch_job_instance i using (job_instance_id)
            left join batch_job_execution_params y
              on y.job_execution_id = e.job_execution_id and y.parameter_name = 'year'
            left join batch_job_execution_params b
              on b.job_execution_id = e.job_execution_id and b.parameter_name = 'startedBy'
            left join lateral (
              select step_name
              from batch_step_execution
              where job_execution_id = e.job_execution_id
              order by step_execution_id desc
              limit 1
            ) s on true
            order by e.job_execution_id desc
            limit :most
            """)
        .param("most", most)
        .query(
            (row, number) ->
                new Run(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDateTime.class),
                    Optional.ofNullable(row.getObject(6, LocalDateTime.class)),
                    row.getString(7),
                    row.getString(8)))
        .list();
  }

  /** The run whose output goes to a log of the console, once it is recorded. */
  public Optional<Long> loggedIn(String log) {
    return jdbc.sql(
            """
            select job_execution_id
            from batch_job_execution_params
            where parameter_name = 'log'
              and parameter_value = :log
            """)
        .param("log", log)
        .query(Long.class)
        .optional();
  }

  /** Whether there is such a run, and it is one of a year's end. */
  public boolean isYearEnd(long run) {
    return find(run)
        .map(execution -> execution.getJobInstance().getJobName().equals(YearEndJob.NAME))
        .orElse(false);
  }

  /** A run as it is now. */
  JobExecution get(long run) throws JobExecutionException {
    return find(run)
        .orElseThrow(
            () ->
                new JobExecutionException(
                    "没有第%1$d次运行，见 ./sunlit runs / there is no run %1$d: see ./sunlit runs"
                        .formatted(run)));
  }

  /** Asked for one that is not there, the repository throws. */
  private Optional<JobExecution> find(long run) {
    return jdbc.sql("select job_execution_id from batch_job_execution where job_execution_id = :id")
        .param("id", run)
        .query(Long.class)
        .optional()
        .map(repository::getJobExecution);
  }

  /** Ends what is still marked as running. Only for the holder of the run lock, who alone runs. */
  void recoverDead() {
    jdbc.sql("select job_execution_id from batch_job_execution where end_time is null")
        .query(Long.class)
        .list()
        .forEach(id -> find(id).ifPresent(operator::recover));
  }
}
