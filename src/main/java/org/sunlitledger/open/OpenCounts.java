package org.sunlitledger.open;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what is open, so that pages need not: {@code open_count}, in the transaction of a change.
 */
@Component
final class OpenCounts {
  private static final String CHOSEN =
      "(cast(:deliveries as bigint[]) is null or delivery_id = any(:deliveries))";

  private final JdbcClient jdbc;

  OpenCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts the items of all deliveries. */
  void recount() {
    recountOf(null);
  }

  /** Counts the items of some deliveries, whose items the transaction has changed. */
  void recount(List<Long> deliveries) {
    recountOf(deliveries.toArray(Long[]::new));
  }

  /** The deliveries of items and of those that follow them. */
  List<Long> deliveries(List<Long> numbers) {
    return jdbc.sql(
            """
            select distinct delivery_id
            from open_item
            where id = any(:numbers)
              or follows = any(:numbers)
            """)
        .param("numbers", numbers.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  private void recountOf(Long @Nullable [] deliveries) {
    lock(deliveries);
    run(
        """
        delete from open_count c
        where %s
          and not exists (
            select
            from open_item i
            where i.delivery_id = c.delivery_id
              and i.kind = c.kind
              and i.subject = c.subject
              and i.set_aside_at is null
              and not i.gone
          )
        """,
        deliveries);
    run(
        """
        insert into open_count as c
        select delivery_id, kind, subject, count(*), min(id), max(id),
          case
            when kind <> 'line' then 0
            when count(*) = count(fen) then sum(fen)
          end
        from open_item
        where set_aside_at is null
          and not gone
          and %s
        group by delivery_id, kind, subject
        on conflict (delivery_id, kind, subject) do update
        set items = excluded.items,
          first_item = excluded.first_item,
          last_item = excluded.last_item,
          fen = excluded.fen
        where (c.items, c.first_item, c.last_item, c.fen)
          is distinct from
          (excluded.items, excluded.first_item, excluded.last_item, excluded.fen)
        """,
        deliveries);
  }

  /** Who changes other items of the same deliveries is counted here, or counts after this. */
  private void lock(Long @Nullable [] deliveries) {
    jdbc.sql(
            """
            select delivery_id
            from open_count
            where %s
            order by delivery_id, kind, subject
            for update
            """
                .formatted(CHOSEN))
        .param("deliveries", deliveries)
        .query(Long.class)
        .list();
  }

  private void run(String sql, Long @Nullable [] deliveries) {
    jdbc.sql(sql.formatted(CHOSEN)).param("deliveries", deliveries).update();
  }
}
