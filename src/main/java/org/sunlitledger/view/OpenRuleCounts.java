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
            with chosen as (
              select id
              from delivery d
              where d.year = :year
                and d.status in ('live', 'refused', 'held', 'offered')
                and (:office = '' or starts_with(d.name, :office || '/'))
            )
            select rule, sum(findings)
            from (
              select f.rule, count(*) as findings
              from finding f
              where f.delivery_id in (select id from chosen)
              group by f.rule
              union all
              select f.rule, -count(*)
              from brought_again b
              join finding f on f.delivery_id = b.delivery_id and f.line = b.line
              where b.delivery_id in (select id from chosen)
              group by f.rule
            ) counts
            group by rule
            having sum(findings) > 0
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
