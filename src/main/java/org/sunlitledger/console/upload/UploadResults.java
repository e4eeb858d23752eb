package org.sunlitledger.console.upload;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** What a run has made of the files that it took. */
@Component
public final class UploadResults {
  private final JdbcClient jdbc;
  private final Registers registers;
  private final Clock clock;

  UploadResults(JdbcClient jdbc, Registers registers, Clock clock) {
    this.jdbc = jdbc;
    this.registers = registers;
    this.clock = clock;
  }

  /**
   * The result of a run.
   *
   * @param hasEnded whether nothing of it will change any more
   * @param files what was refused first, then what has refused lines
   */
  public record RunResult(long run, boolean hasEnded, boolean hasFailed, List<TakenFile> files) {
    public boolean isComplete() {
      return hasEnded && !hasFailed;
    }
  }

  /**
   * A delivery of the run.
   *
   * @param register its title; empty if it was not recognised
   * @param accepted lines
   * @param fenAccepted in fen
   */
  public record TakenFile(
      long delivery,
      String name,
      String register,
      String status,
      long accepted,
      long fenAccepted,
      long refused,
      long fenRefused) {
    public boolean isRefused() {
      return status.equals("refused");
    }

    /** Whether it came for a closed year and is kept aside. */
    public boolean isHeld() {
      return status.equals("held");
    }
  }

  private record RunTimes(LocalDateTime started, boolean hasEnded, boolean hasFailed) {}

  /** The result as it is now, of the files that this person may see; empty without such a run. */
  Optional<RunResult> of(long run, SignedIn person) {
    return times(run)
        .map(
            times ->
                new RunResult(
                    run, times.hasEnded(), times.hasFailed(), files(times.started(), person)));
  }

  private Optional<RunTimes> times(long run) {
    return jdbc.sql(
            """
            select create_time, end_time is not null, end_time is not null and status <> 'COMPLETED'
            from batch_job_execution
            where job_execution_id = :run
            """)
        .param("run", run)
        .query(
            (row, at) ->
                new RunTimes(
                    row.getObject(1, LocalDateTime.class), row.getBoolean(2), row.getBoolean(3)))
        .optional();
  }

  private List<TakenFile> files(LocalDateTime since, SignedIn person) {
    return jdbc
        .sql(
            """
            select id, name, coalesce(register, ''), status, lines_accepted, fen_accepted,
              lines_refused, fen_refused
            from delivery
            where received_at >= :since
            order by id
            """)
        .param("since", since.atZone(clock.getZone()).toOffsetDateTime())
        .query(
            (row, at) ->
                new TakenFile(
                    row.getLong(1),
                    row.getString(2),
                    registers.find(row.getString(3)).map(Register::title).orElse(""),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8)))
        .list()
        .stream()
        .filter(file -> person.reaches(file.name()))
        .sorted(
            Comparator.comparing(TakenFile::isRefused)
                .thenComparing(TakenFile::refused)
                .reversed()
                .thenComparing(TakenFile::name))
        .toList();
  }
}
