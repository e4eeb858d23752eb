package org.sunlitledger.job;

import java.util.List;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records with a run who started it, and the log that the console keeps of it. A restart has the
 * parameters of the run it goes on with, so these two are written anew.
 */
@Component
final class RunOrigin implements JobExecutionListener {
  static final String STARTED_BY = "startedBy";
  static final String LOG = "log";

  private final JdbcClient jdbc;
  private final String startedBy;
  private final String log;

  RunOrigin(
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
