package org.sunlitledger.job;

import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the runs that there were, to go on with them. */
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
    return isOf(run, YearEndJob.NAME);
  }

  /** Whether there is such a run, and there is nothing in it to go on with. */
  public boolean isStartedAgain(long run) {
    return ClosedYearRuns.JOBS.stream().anyMatch(job -> isOf(run, job));
  }

  private boolean isOf(long run, String job) {
    return find(run)
        .map(execution -> execution.getJobInstance().getJobName().equals(job))
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
