package org.sunlitledger.view;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often rules are broken by what counts, and nobody has corrected it yet. */
@Component
public final class OpenRuleCounts {
  private final JdbcClient jdbc;

  OpenRuleCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Findings of a year by the id of their rule.
   *
   * @param office only of files in this first folder; of all where empty
   */
  public Map<String, Long> of(int year, String office) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(
            """
            select f.rule, count(*)
            from finding f
            join delivery d on d.id = f.delivery_id
            left join brought_again b on b.delivery_id = f.delivery_id and b.line = f.line
            where d.year = :year
              and d.status in ('live', 'refused', 'held', 'offered')
              and (:office = '' or starts_with(d.name, :office || '/'))
              and b.line is null
            group by f.rule
            """)
        .param("year", year)
        .param("office", office)
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }
}
