package org.sunlitledger.close;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where years stand, in numbers that cost nothing to look up. Whether a year can be closed is
 * decided by {@code close.ready} alone.
 */
@Component
public final class YearState {
  private final JdbcClient jdbc;

  YearState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Where a year stands.
   *
   * @param deliveries that count
   * @param open rejected or unread, and not set aside with approval
   * @param figures of the year, and those without a value
   * @param undecided discrepancies, and those that await an approval
   */
  public record Numbers(
      int deliveries,
      int open,
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

  public Numbers of(int year) {
    return jdbc.sql(
            """
            select
              (select count(*) from delivery where year = :year and status = 'live') as deliveries,
              (select count(*)
               from open_item i
               join open_thing using (delivery_id, kind, line, subject)
               join delivery d on d.id = i.delivery_id
               where d.year = :year
                 and i.approved_by is null) as open,
              (select count(*) from figure where year = :year) as figures,
              (select count(*) from figure where year = :year and text is null) as missing,
              (select count(*)
               from discrepancy
               where year = :year
                 and status = 'open'
                 and severity <> 'info') as undecided,
              (select count(*) from discrepancy where year = :year and status = 'resolved') as unapproved,
              exists (
                select from year_close where year >= :year and reopened_at is null) as closed
            """)
        .param("year", year)
        .query(Numbers.class)
        .single();
  }
}
