package org.sunlitledger.check.settle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets files that were named as the whole of a register for a year count together, in place of what
 * counted before, once nothing of them is left out but what somebody set aside. Until then they are
 * offered: they count for nothing, and what counted before stays.
 */
@Component
public final class NamedWholes {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public NamedWholes(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record NamedWhole(String register, int year) {}

  /** Lets those count that are whole by now, as when somebody has set aside what they lack. */
  public void count() {
    transaction.executeWithoutResult(status -> settle());
  }

  /** The same with what was loaded and counted, as part of the caller's transaction. */
  void settle() {
    jdbc.sql(
            """
            update delivery d
            set status = 'offered'
            from named_delivery n
            where n.id = d.id
              and d.status = 'loaded'
            """)
        .update();
    whole().forEach(this::replace);
  }

  private List<NamedWhole> whole() {
    return jdbc.sql(
            """
            select register, year
            from named_file f
            group by register, year
            having bool_and(exists (
                select
                from delivery d
                where d.register = f.register
                  and d.year = f.year
                  and d.sha256 = f.sha256
              ))
              and not exists (
                select
                from named_delivery n
                left join open_thing t on t.delivery_id = n.id
                left join open_item i using (delivery_id, kind, line, subject)
                where n.register = f.register
                  and n.year = f.year
                  and (
                    n.status not in ('offered', 'live', 'refused', 'superseded')
                    or t.delivery_id is not null and i.set_aside_at is null
                  )
              )
              and exists (
                select
                from named_delivery n
                where n.register = f.register
                  and n.year = f.year
                  and n.status in ('offered', 'live')
              )
            """)
        .query((row, number) -> new NamedWhole(row.getString(1), row.getInt(2)))
        .list();
  }

  private void replace(NamedWhole whole) {
    jdbc.sql(
            """
            update delivery d
            set status = case when n.id is null then 'superseded' else 'live' end,
              live_at = case when n.id is null then d.live_at else :now end
            from delivery o
            left join named_delivery n on n.id = o.id
            where o.id = d.id
              and d.register = :register
              and d.year = :year
              and case
                when n.id is null then d.status in ('live', 'loaded', 'offered', 'refused')
                else d.status = 'offered'
              end
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("register", whole.register())
        .param("year", whole.year())
        .update();
    jdbc.sql("delete from named_file where register = :register and year = :year")
        .param("register", whole.register())
        .param("year", whole.year())
        .update();
  }
}
