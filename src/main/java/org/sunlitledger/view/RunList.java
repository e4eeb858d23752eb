package org.sunlitledger.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.job.ClosedYearRuns;

/** The runs of the console and of the command line, the latest first. */
@Component
public final class RunList {
  private static final String RUNS =
      """
      select e.job_execution_id, i.job_name, coalesce(y.parameter_value, '') as year,
        coalesce(b.parameter_value, '') as started_by, coalesce(a.name, '') as name, e.create_time, e.end_time, e.status,
        coalesce(s.step_name, '') as reached, coalesce(e.exit_message, '') as reason,
        coalesce(l.parameter_value, '') as log,
        exists (
          select
          from batch_job_execution_params c
          where c.job_execution_id = e.job_execution_id
            and c.parameter_name = 'closeBy'
            and c.parameter_value <> ''
        ) as closes,
        exists (
          select
          from batch_job_execution later
          join batch_job_instance li using (job_instance_id)
          where later.job_execution_id > e.job_execution_id
            and li.job_name = i.job_name
            and later.status = 'COMPLETED'
        ) as made_up_for
      from batch_job_execution e
      join batch_job_instance i using (job_instance_id)
      left join batch_job_execution_params y
        on y.job_execution_id = e.job_execution_id and y.parameter_name = 'year'
      left join batch_job_execution_params b
        on b.job_execution_id = e.job_execution_id and b.parameter_name = 'startedBy'
      left join batch_job_execution_params l
        on l.job_execution_id = e.job_execution_id and l.parameter_name = 'log'
      left join account a on a.login = b.parameter_value and l.parameter_value <> ''
      left join lateral (
        select split_part(step_name, ':', 1) as step_name
        from batch_step_execution
        where job_execution_id = e.job_execution_id
        order by step_execution_id desc
        limit 1
      ) s on true
      """;

  private final JdbcClient jdbc;
  private final RunLock lock;

  public RunList(JdbcClient jdbc, RunLock lock) {
    this.jdbc = jdbc;
    this.lock = lock;
  }

  /**
   * A run.
   *
   * @param year empty where it was started for none
   * @param startedBy the login of a person, or the user of the machine; empty for runs of old
   * @param name of the person who started it in the console; empty for a run of a command
   * @param status as it is recorded; {@code KILLED} where that says it is going on and its process
   *     is gone
   * @param reached its last step
   * @param reason why it failed, in lines
   * @param log the name of the console's log; empty where the console did not start it
   * @param closes whether it was to close the year as well
   * @param isMadeUpFor whether a later run of the same job completed, which took up its work
   */
  public record Run(
      long id,
      String job,
      String year,
      String startedBy,
      String name,
      LocalDateTime started,
      Optional<LocalDateTime> ended,
      String status,
      String reached,
      String reason,
      String log,
      boolean closes,
      boolean isMadeUpFor) {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    public boolean isGoing() {
      return ended.isEmpty() && !status.equals("KILLED");
    }

    public boolean isDone() {
      return status.equals("COMPLETED");
    }

    /** Why it failed; of sentences that are written in both languages, in that of the page. */
    public List<String> reasons(boolean isChinese) {
      return reason.lines().map(line -> inOneLanguage(line, isChinese)).toList();
    }

    private static String inOneLanguage(String line, boolean isChinese) {
      String[] both = line.split(" / ", -1);
      return both.length == 2 && HAN.matcher(both[0]).find()
          ? both[isChinese ? 0 : 1].strip()
          : line;
    }

    /** Whether somebody should go on with it; checks of a closed year are started again. */
    public boolean isOpen() {
      return !isGoing() && !isDone() && !isMadeUpFor && !ClosedYearRuns.JOBS.contains(job);
    }
  }

  /** A step of a run. */
  public record RunStep(
      String name, LocalDateTime started, Optional<LocalDateTime> ended, String status) {}

  /**
   * Which runs are listed.
   *
   * @param year null for all
   * @param failed only those that did not complete and are not going on
   */
  public record RunFilter(@Nullable Integer year, boolean failed) {
    public static RunFilter all() {
      return new RunFilter(null, false);
    }
  }

  /**
   * A page of the list.
   *
   * @param before the last run of the page before; empty for the first page
   */
  public List<Run> page(RunFilter filter, Optional<Long> before, int most) {
    boolean isHeld = lock.holder().isPresent();
    return jdbc.sql(
            RUNS
                + """
                where (cast(:year as text) is null or y.parameter_value = cast(:year as text))
                  and (
                    not :failed
                    or e.status <> 'COMPLETED' and (e.end_time is not null or not :held)
                  )
                  and (cast(:before as bigint) is null or e.job_execution_id < :before)
                order by e.job_execution_id desc
                limit :most
                """)
        .param("year", filter.year() == null ? null : String.valueOf(filter.year()))
        .param("failed", filter.failed())
        .param("held", isHeld)
        .param("before", before.orElse(null))
        .param("most", most)
        .query((row, number) -> run(row, isHeld))
        .list();
  }

  public Optional<Run> find(long id) {
    boolean isHeld = lock.holder().isPresent();
    return jdbc.sql(RUNS + "where e.job_execution_id = :id")
        .param("id", id)
        .query((row, number) -> run(row, isHeld))
        .optional();
  }

  /** The last run of a job for a year. */
  public Optional<Run> last(String job, int year) {
    return last("i.job_name = :job", Map.of("job", job, "year", String.valueOf(year)));
  }

  /** The last run that was to close a year. */
  public Optional<Run> lastClose(int year) {
    return last(
        """
        exists (
          select
          from batch_job_execution_params c
          where c.job_execution_id = e.job_execution_id
            and c.parameter_name = 'closeBy'
            and c.parameter_value <> ''
        )
        """,
        Map.of("year", String.valueOf(year)));
  }

  private Optional<Run> last(String which, Map<String, String> parameters) {
    boolean isHeld = lock.holder().isPresent();
    return jdbc.sql(
            RUNS
                + """
                where y.parameter_value = :year
                  and %s
                order by e.job_execution_id desc
                limit 1
                """
                    .formatted(which))
        .params(parameters)
        .query((row, number) -> run(row, isHeld))
        .optional();
  }

  /** The steps of a run in their order; parts of the intake are one step. */
  public List<RunStep> steps(long run) {
    return jdbc.sql(
            """
            select step_name, start_time, end_time, status
            from batch_step_execution
            where job_execution_id = :run
              and start_time is not null
              and strpos(step_name, ':') = 0
            order by step_execution_id
            """)
        .param("run", run)
        .query(
            (row, number) ->
                new RunStep(
                    row.getString(1),
                    row.getObject(2, LocalDateTime.class),
                    Optional.ofNullable(row.getObject(3, LocalDateTime.class)),
                    row.getString(4)))
        .list();
  }

  private static Run run(ResultSet row, boolean isHeld) throws SQLException {
    Optional<LocalDateTime> ended =
        Optional.ofNullable(row.getObject("end_time", LocalDateTime.class));
    return new Run(
        row.getLong("job_execution_id"),
        row.getString("job_name"),
        row.getString("year"),
        row.getString("started_by"),
        row.getString("name"),
        row.getObject("create_time", LocalDateTime.class),
        ended,
        ended.isEmpty() && !isHeld ? "KILLED" : row.getString("status"),
        row.getString("reached"),
        row.getString("reason"),
        row.getString("log"),
        row.getBoolean("closes"),
        row.getBoolean("made_up_for"));
  }
}
