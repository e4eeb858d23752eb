package org.sunlitledger.reconcile.match;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What matches show for information: a date that differs within the window, and another voucher. It
 * is listed, and nobody has to decide on it.
 */
@Component
public final class Remarks {
  private final JdbcClient jdbc;

  Remarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes them, out of the matches that are unlike or apart in days. */
  public void write(int year) {
    jdbc.sql(
            """
            insert into match_remark
              (year, match, remark, delivery_id, line, amount, days, found)
            select :year, match, 'date', delivery_id, line, amount, days,
              format('日期：国库%s，记录%s', paid_on,
                case
                  when first_day = last_day then first_day::text
                  else first_day || '至' || last_day
                end)
            from apart_in_days
            where days <= (select date_window_days from this_year)
            union all
            select :year, match, 'voucher', delivery_id, line, amount, 0,
              format('凭证号：国库%s，记录%s', voucher, record_voucher)
            from unlike
            where voucher_differs
            order by 2, 3, 4, 5
            """)
        .param("year", year)
        .update();
  }
}
