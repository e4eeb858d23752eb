package org.sunlitledger.reconcile.discrepancy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.audit.AuditTrail;

/**
 * Brings the list of discrepancies up to what was found. What people decided holds as long as the
 * same lines with the same amounts are found; what has changed is open again, on the record.
 */
@Component
public final class WorkList {
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  WorkList(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  public void update(int year) {
    // a decision comes wholly before this, and is looked at, or after it
    jdbc.sql("lock table discrepancy in share row exclusive mode").update();
    digest();
    record(year);
    jdbc.sql(
            """
            update discrepancy d
            set status = 'gone'
            where d.year = :year
              and d.status <> 'gone'
              and not exists (select from evidence f where f.kind = d.kind and f.key = d.key)
            """)
        .param("year", year)
        .update();
    jdbc.sql(
            """
            insert into discrepancy
              (year, kind, key, evidence, severity, source, amount, since, found, differs)
            select :year, kind, key, evidence, severity, source, amount, since, found, differs
            from evidence
            order by kind, key
            on conflict (year, kind, key) do update
            set evidence = excluded.evidence,
              severity = excluded.severity,
              source = excluded.source,
              amount = excluded.amount,
              since = excluded.since,
              found = excluded.found,
              differs = excluded.differs
            """)
        .param("year", year)
        .update();
    lines(year);
  }

  /** A digest over what the lines say, not over their places: files may be handed in again. */
  private void digest() {
    jdbc.sql(
            """
            create temporary table evidence as
            select f.*, encode(sha256(convert_to(f.amount || l.lines, 'UTF8')), 'hex') as evidence
            from found f
            join (
              select kind, key,
                string_agg(
                  concat_ws('|', E'\\n' || side, register, amount, content), ''
                  order by side, register, content, amount
                ) as lines
              from found_line
              group by kind, key
            ) l using (kind, key)
            """)
        .update();
    jdbc.sql("analyze evidence").update();
  }

  /** A discrepancy that is not what somebody has decided on. */
  private record ChangedItem(long id, String status, String what) {}

  /** Opens again what somebody had decided on and is no longer the same. */
  private void record(int year) {
    List<ChangedItem> others =
        jdbc.sql(
                """
                select d.id, d.status,
                  case
                    when f.key is null then 'gone'
                    when d.status = 'gone' then 'found again'
                    else 'changed'
                  end
                from discrepancy d
                left join evidence f on f.kind = d.kind and f.key = d.key
                where d.year = :year
                  and (
                    f.key is null and d.status in ('resolved', 'approved')
                    or f.key is not null and d.status = 'gone'
                    or f.evidence <> d.evidence and d.status in ('resolved', 'approved')
                  )
                order by d.id
                """)
            .param("year", year)
            .query((row, at) -> new ChangedItem(row.getLong(1), row.getString(2), row.getString(3)))
            .list();
    others.forEach(
        other -> audit.add("year-end", other.what(), year, other.id(), "was " + other.status()));
    jdbc.sql(
            """
            update discrepancy
            set status = 'open', resolved_as = null, why = null, resolved_by = null,
              resolved_at = null, approved_by = null, approved_at = null
            where id = any(:ids)
            """)
        .param(
            "ids",
            others.stream()
                .filter(other -> !other.what().equals("gone"))
                .map(ChangedItem::id)
                .toArray(Long[]::new))
        .update();
  }

  /** What is gone keeps the lines it had. */
  private void lines(int year) {
    jdbc.sql(
            """
            delete from discrepancy_line l
            using discrepancy d
            where d.id = l.discrepancy_id
              and d.year = :year
              and d.status <> 'gone'
            """)
        .param("year", year)
        .update();
    jdbc.sql(
            """
            insert into discrepancy_line
              (discrepancy_id, side, register, delivery_id, line, amount)
            select d.id, l.side, l.register, l.delivery_id, l.line, l.amount
            from found_line l
            join discrepancy d on d.year = :year and d.kind = l.kind and d.key = l.key
            where l.side <> ''
            """)
        .param("year", year)
        .update();
  }
}
