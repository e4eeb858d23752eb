package org.sunlitledger.report;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lines of a year that were refused and not mended yet: while there are any, a report is a draft.
 */
@Component
final class OpenRejects {
  private final JdbcClient jdbc;

  OpenRejects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A sentence in Chinese for each delivery with such lines. */
  List<String> of(int year) {
    return jdbc.sql(
            """
            select name || '：' || lines_refused || ' 行被退回，尚未更正'
            from delivery
            where status = 'live'
              and year = :year
              and lines_refused > 0
            order by id
            """)
        .param("year", year)
        .query(String.class)
        .list();
  }
}
