package org.sunlitledger.close;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ReachedFiles;

/**
 * Where years stand, in numbers that cost nothing to look up: no query reads lines. Whether a year
 * can be closed is decided by {@code close.ready} alone.
 */
@Component
public final class YearState {
  private final JdbcClient jdbc;

  YearState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Where a year stands. The first four are limited to an office.
   *
   * @param deliveries that count
   * @param lines accepted of them
   * @param unfinished deliveries that a run has begun to import or has to judge again
   * @param held deliveries that came after the close
   * @param figures of the year, and those that lack a value; one that does not apply lacks none
   * @param undecided discrepancies, and those that await an approval
   */
  public record YearNumbers(
      int deliveries,
      long lines,
      int unfinished,
      int held,
      int figures,
      int missing,
      int undecided,
      int unapproved,
      boolean closed) {}

  /** The years that files were handed in for, the last first. */
  public List<Integer> years() {
    return jdbc.sql("select distinct year from delivery where year > 0 order by year desc")
        .query(Integer.class)
        .list();
  }

  /**
   * The numbers of a year.
   *
   * @param office the folder to which the reader is limited; null for all
   */
  public YearNumbers of(int year, @Nullable String office) {
    return jdbc.sql(
            """
            with seen as (
              select status, lines_accepted, recheck or recount as again
              from delivery d
              where year = :year
                and %s
            )
            select
              (select count(*) from seen where status = 'live') as deliveries,
              (select coalesce(sum(lines_accepted), 0) from seen where status = 'live') as lines,
              (select count(*) from seen where status in ('received', 'loading', 'loaded') or again) as unfinished,
              (select count(*) from seen where status = 'held') as held,
              (select count(*) from figure where year = :year) as figures,
              (select count(*) from figure where year = :year and problem is not null) as missing,
              (select count(*)
               from discrepancy
               where year = :year
                 and status = 'open'
                 and severity not in ('info', 'look')) as undecided,
              (select count(*) from discrepancy where year = :year and status = 'resolved') as unapproved,
              exists (
                select from year_close where year >= :year and reopened_at is null) as closed
            """
                .formatted(ReachedFiles.SQL))
        .param("year", year)
        .param("office", office)
        .query(YearNumbers.class)
        .single();
  }
}
