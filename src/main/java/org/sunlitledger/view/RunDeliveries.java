package org.sunlitledger.view;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ReachedFiles;

/** What runs brought into the books. */
@Component
public final class RunDeliveries {
  private static final String OF_A_RUN =
      """
      with run as (
        select
          least(
            e.create_time at time zone :zone,
            (
              select p.parameter_value::timestamptz
              from batch_job_execution_params p
              where p.job_execution_id = e.job_execution_id
                and p.parameter_name = 'started'
            )) as begun,
          coalesce(e.end_time at time zone :zone, now()) as ended
        from batch_job_execution e
        where e.job_execution_id = :run
      ), brought as (
        select d.*
        from delivery d, run
        where (d.received_at between run.begun and run.ended or d.live_at between run.begun and run.ended)
          and %s
      )
      """
          .formatted(ReachedFiles.SQL);

  private final JdbcClient jdbc;

  RunDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A delivery of a run. */
  public record Brought(
      long id,
      String name,
      Optional<String> register,
      String status,
      long read,
      long accepted,
      long refused,
      long fenAccepted,
      long fenRefused) {}

  /** All deliveries of a run together; files are those rejected as a whole. */
  public record BroughtTotals(
      long deliveries,
      long refusedFiles,
      long read,
      long accepted,
      long refused,
      long fenAccepted,
      long fenRefused) {}

  /**
   * The deliveries of a run, those with rejects first.
   *
   * @param office the folder to which the reader is limited; null for all
   */
  public List<Brought> of(long run, @Nullable String office, int most) {
    return jdbc.sql(
            OF_A_RUN
                + """
                select id, name, register, status, lines_read, lines_accepted, lines_refused,
                  fen_accepted, fen_refused
                from brought
                order by status = 'refused' desc, lines_refused > 0 desc, id
                limit :most
                """)
        .param("run", run)
        .param("zone", ZoneId.systemDefault().getId())
        .param("office", office)
        .param("most", most)
        .query(
            (row, number) ->
                new Brought(
                    row.getLong(1),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9)))
        .list();
  }

  public BroughtTotals totals(long run, @Nullable String office) {
    return jdbc.sql(
            OF_A_RUN
                + """
                select count(*) as deliveries,
                  count(*) filter (where status = 'refused') as refused_files,
                  coalesce(sum(lines_read), 0) as read,
                  coalesce(sum(lines_accepted), 0) as accepted,
                  coalesce(sum(lines_refused), 0) as refused,
                  coalesce(sum(fen_accepted), 0)::bigint as fen_accepted,
                  coalesce(sum(fen_refused), 0)::bigint as fen_refused
                from brought
                """)
        .param("run", run)
        .param("zone", ZoneId.systemDefault().getId())
        .param("office", office)
        .query(BroughtTotals.class)
        .single();
  }
}
