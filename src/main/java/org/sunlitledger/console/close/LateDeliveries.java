package org.sunlitledger.console.close;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable;

/** What came for a closed year, and for open years before it that it froze. */
@Component
public class LateDeliveries {
  private final JdbcClient jdbc;
  private final YearCloseTable closes;

  LateDeliveries(JdbcClient jdbc, YearCloseTable closes) {
    this.jdbc = jdbc;
    this.closes = closes;
  }

  /**
   * A delivery that counts once the year is reopened.
   *
   * @param lines read, which are judged when it counts
   * @param fen read
   */
  public record LateFile(long delivery, String file, OffsetDateTime at, long lines, long fen) {}

  /** All of them, the latest first. */
  List<LateFile> of(int year) {
    return jdbc.sql(
            """
            select id as delivery, name as file, received_at as at, lines_read as lines,
              fen_read as fen
            from delivery
            where status = 'held'
              and year <= :year
              and year > :after
            order by received_at desc, id
            """)
        .param("year", year)
        .param("after", closes.closedBefore(year))
        .query(LateFile.class)
        .list();
  }
}
