package org.sunlitledger.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lines of a year that were refused and not mended yet: while there are any, a report is a draft.
 */
@Component
public final class OpenRejects {
  private final JdbcClient jdbc;

  OpenRejects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A delivery with such lines. */
  public record Open(String delivery, long lines) {}

  /** The deliveries with such lines, in the order they came. */
  public List<Open> of(int year) {
    return jdbc.sql(
            """
            select d.name, d.lines_refused - coalesce(b.lines, 0)
            from delivery d
            left join (
              select delivery_id, count(distinct line) as lines
              from brought_again
              group by delivery_id
            ) b on b.delivery_id = d.id
            where d.status = 'live'
              and d.year = :year
              and d.lines_refused > coalesce(b.lines, 0)
            order by d.id
            """)
        .param("year", year)
        .query((row, number) -> new Open(row.getString(1), row.getLong(2)))
        .list();
  }
}
