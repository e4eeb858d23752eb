package org.sunlitledger.intake.delivery;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.line.FileFault;

/**
 * Checks which rejected lines the lines of a supplement replace. A supplement may replace a
 * rejected line once, and only one supplement may correct or withdraw it. A supplement of a
 * supplement is kept as if it named the delivery that first contained the lines.
 */
@Component
class SupplementLines {
  private final JdbcClient jdbc;

  SupplementLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The faults of lines that do not refer to an open line. A line that is already corrected or
   * withdrawn may be repeated only in its rejected form, because another supplement may correct
   * other lines of the same list.
   */
  List<FileFault> faults(Delivery supplement) {
    return jdbc.sql(
            """
            with told as (
              select
                s.line,
                s.original as number,
                s.withdrawn,
                d.supersedes,
                p.id as named,
                coalesce(p.supplements, p.id) as delivery_id,
                case when p.supplements is null then s.original else o.original end as original
              from supplement_line s
              join delivery d on d.id = s.delivery_id
              join delivery p on p.id = d.named
              left join supplement_line o on o.delivery_id = p.id and o.line = s.original
              where s.delivery_id = :id
            ), done as (
              select c.supplements as delivery_id, o.original, c.id as by_delivery
              from supplement_line o
              join delivery c on c.id = o.delivery_id
              where c.register = :register
                and c.status in ('live', 'loaded', 'offered', 'held')
                and not exists (
                  select
                  from delivery n
                  where n.supersedes = c.id
                    and n.status in ('loaded', 'held')
                )
                and (
                  o.withdrawn
                  or exists (
                    select
                    from %1$s r
                    where r.delivery_id = o.delivery_id
                      and r.line = o.line
                      and r.verdict = 'a'
                  )
                )
            )
            select t.line, t.number, t.named
            from told t
            where t.original is null
              or not exists (
                select from reject r where r.delivery_id = t.delivery_id and r.line = t.original
              )
              and not exists (
                select
                from %1$s r
                where r.delivery_id = t.delivery_id
                  and r.line = t.original
                  and r.verdict <> 'a'
              )
              or exists (
                select from told before where before.original = t.original and before.line < t.line
              )
              or (
                t.withdrawn
                or exists (select from %1$s r where r.delivery_id = :id and r.line = t.line)
              )
              and exists (
                select
                from done
                where done.delivery_id = t.delivery_id
                  and done.original = t.original
                  and done.by_delivery is distinct from t.supersedes
              )
            order by t.line
            """
                .formatted(SqlName.checked(supplement.register())))
        .param("id", supplement.id())
        .param("register", supplement.register())
        .query((row, number) -> Supplement.notOpen(row.getInt(1), row.getString(2), row.getLong(3)))
        .list();
  }

  /** Makes a supplement of a supplement a supplement of the original delivery. */
  void trace(Delivery supplement) {
    jdbc.sql(
            """
            update supplement_line s
            set original = o.original
            from delivery d
            join delivery p on p.id = d.named and p.supplements is not null
            join supplement_line o on o.delivery_id = p.id
            where s.delivery_id = :id
              and d.id = s.delivery_id
              and o.line = s.original
            """)
        .param("id", supplement.id())
        .update();
    jdbc.sql(
            """
            update delivery d
            set supplements = coalesce(p.supplements, p.id)
            from delivery p
            where d.id = :id
              and p.id = d.named
            """)
        .param("id", supplement.id())
        .update();
  }
}
