package org.sunlitledger.job;

import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records with a run who started it, the log that the console keeps of it, and why it failed. A
 * restart has the parameters of the run it goes on with, so the first two are written anew.
 */
@Component
final class RunRecord implements JobExecutionListener {
  static final String STARTED_BY = "startedBy";
  static final String LOG = "log";

  private final JdbcClient jdbc;
  private final String startedBy;
  private final String log;

  RunRecord(
      JdbcClient jdbc,
      @Value("${sunlit.started-by:${user.name:}}") String startedBy,
      @Value("${sunlit.run-log:}") String log) {
    this.jdbc = jdbc;
    this.startedBy = startedBy;
    this.log = log;
  }

  @Override
  public void beforeJob(JobExecution run) {
    jdbc.sql(
            """
            delete from batch_job_execution_params
            where job_execution_id = :run
              and parameter_name in (:names)
            """)
        .param("run", run.getId())
        .param("names", List.of(STARTED_BY, LOG))
        .update();
    record(run, STARTED_BY, startedBy);
    record(run, LOG, log);
  }

  @Override
  public void afterJob(JobExecution run) {
    ExitStatus status = run.getExitStatus();
    run.setExitStatus(
        new ExitStatus(status.getExitCode(), String.join("\n", Outcomes.failures(run))));
  }

  private void record(JobExecution run, String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into batch_job_execution_params
              (job_execution_id, parameter_name, parameter_type, parameter_value, identifying)
            values (:run, :name, 'java.lang.String', :value, 'N')
            """)
        .param("run", run.getId())
        .param("name", name)
        .param("value", value)
        .update();
  }
}
