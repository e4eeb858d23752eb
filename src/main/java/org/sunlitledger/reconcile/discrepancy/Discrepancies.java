package org.sunlitledger.reconcile.discrepancy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.reconcile.match.Workspace;

/**
 * Finds the year's discrepancies, kind after kind, into the tables {@code found} and {@code
 * found_line} of the session. Lines that are left belong to the first kind that names them.
 */
@Component
public final class Discrepancies {
  private final List<DiscrepancyKind> kinds;
  private final Workspace workspace;
  private final JdbcClient jdbc;

  Discrepancies(Definitions definitions, Workspace workspace, JdbcClient jdbc) {
    this.kinds = DiscrepancyKind.all(definitions);
    this.workspace = workspace;
    this.jdbc = jdbc;
  }

  /** Finds them; afterwards nothing is left, or the run fails. */
  public void find() {
    create();
    for (DiscrepancyKind kind : kinds) {
      workspace.table("finding_now", kind.file());
      kind.file()
          .run(
              () -> {
                require(kind);
                requireKeys(kind);
                add(kind);
              });
      switch (kind.lines()) {
        case LEFT_ONLY -> useUp("only");
        case LEFT_DIFFERING -> useUp("differing");
        case ANY -> {}
      }
      workspace.drop("finding_now");
    }
    addMatches();
    jdbc.sql("analyze found, found_line, used").update();
  }

  private void create() {
    jdbc.sql(
            """
            create temporary table found (
              kind text collate "C", key text collate "C", severity text collate "C",
              source text collate "C", amount bigint, since date, found text, differs text collate "C"
            )
            """)
        .update();
    jdbc.sql(
            """
            create temporary table found_line (
              kind text collate "C", key text collate "C", side text collate "C",
              register text collate "C", delivery_id bigint, line integer, amount bigint,
              content text collate "C"
            )
            """)
        .update();
    jdbc.sql("create temporary table found_match (kind text, key text, match integer)").update();
    jdbc.sql(
            """
            create temporary table used (
              place text, side text, source text collate "C", amount bigint
            )
            """)
        .update();
  }

  /** What lacks its key or amount would be in no list, and in no proof. */
  private void require(DiscrepancyKind kind) {
    boolean isWhole =
        jdbc.sql(
                """
                select coalesce(
                  bool_and(
                    num_nulls(key, amount, since, content) = 0
                    and coalesce(side, '') in ('', 'entry', 'record')),
                  true)
                from finding_now
                """)
            .query(Boolean.class)
            .single();
    if (!isWhole) {
      throw new DefinitionException(
          kind.file().path(),
          "gives a row without key, amount, since or content, or with a side that is neither entry"
              + " nor record");
    }
  }

  /** Of two that have one key only one would be listed. */
  private void requireKeys(DiscrepancyKind kind) {
    List<String> twice =
        jdbc.sql(
                """
                select key
                from finding_now
                group by key
                having min(amount) <> max(amount)
                  or min(found) <> max(found)
                order by key
                limit 3
                """)
            .query(String.class)
            .list();
    if (!twice.isEmpty()) {
      throw new DefinitionException(
          kind.file().path(), "gives different discrepancies the same key: " + twice);
    }
  }

  /** Whether the kind has the column; one about a single side has nothing that differs. */
  private boolean saysWhatDiffers() {
    return jdbc.sql(
            """
            select exists (
              select
              from pg_attribute
              where attrelid = 'pg_temp.finding_now'::regclass
                and attname = 'differs'
            )
            """)
        .query(Boolean.class)
        .single();
  }

  private void add(DiscrepancyKind kind) {
    jdbc.sql(
            """
            insert into found (kind, key, severity, source, amount, since, found, differs)
            select :kind, key, :severity,
              case when min(source) = max(source) then min(source) else '' end,
              min(amount), min(since), min(found), %s
            from finding_now
            group by key
            """
                .formatted(saysWhatDiffers() ? "coalesce(min(differs), '')" : "''"))
        .param("kind", kind.id())
        .param("severity", kind.severity())
        .update();
    jdbc.sql(
            """
            insert into found_line (kind, key, side, register, delivery_id, line, amount, content)
            select distinct :kind, key, coalesce(side, ''), coalesce(register, ''),
              coalesce(delivery_id, 0), coalesce(line, 0), coalesce(line_amount, 0), content
            from finding_now
            """)
        .param("kind", kind.id())
        .update();
    jdbc.sql(
            """
            insert into found_match (kind, key, match)
            select distinct :kind, key, match
            from finding_now
            where match is not null
            """)
        .param("kind", kind.id())
        .update();
  }

  /** Takes what was found out of what is left, on both sides. */
  private void useUp(String place) {
    for (String side : List.of("entry", "record")) {
      String left = SqlName.checked(side + "_left");
      jdbc.sql(
              """
              with gone as (
                delete from %s l
                using finding_now f
                where f.side = :side
                  and l.delivery_id = f.delivery_id
                  and l.line = f.line
                returning l.source, l.amount
              )
              insert into used (place, side, source, amount)
              select :place, :side, source, amount
              from gone
              """
                  .formatted(left))
          .param("side", side)
          .param("place", place)
          .update();
      jdbc.sql("analyze " + left).update();
    }
  }

  /** Where a match is named, all its entries and records are; the few matches come first. */
  private void addMatches() {
    jdbc.sql("analyze found_match").update();
    jdbc.sql(
            """
            insert into found_line (kind, key, side, register, delivery_id, line, amount, content)
            with whole as materialized (
              select f.kind, f.key, b.register, b.batch, b.source, b.function_code,
                b.document_number
              from found_match f
              join matched_batch b on b.match = f.match and b.year = (select year from this_year)
            )
            select w.kind, w.key, 'record', r.register, r.delivery_id, r.line, r.amount, r.content
            from whole w
            join record_unmatched r
              on r.batch = w.batch
              and (r.register, r.source, r.function_code, r.document_number)
                is not distinct from (w.register, w.source, w.function_code, w.document_number)
            union
            select f.kind, f.key, 'record', r.register, r.delivery_id, r.line, r.amount, r.content
            from found_match f
            join record_matched r using (match)
            union
            select f.kind, f.key, 'entry', 'treasury_entry', m.delivery_id, m.line, m.amount,
              e.content
            from found_match f
            join matched_entry m on m.match = f.match and m.year = (select year from this_year)
            join entry e on e.delivery_id = m.delivery_id and e.line = m.line
            except
            select *
            from found_line
            """)
        .update();
  }
}
