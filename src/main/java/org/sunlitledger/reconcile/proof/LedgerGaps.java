package org.sunlitledger.reconcile.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.settle.NamedWholes;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Registers;

/**
 * What of a year's ledger is not imported. As long as nobody has set such a part aside, no
 * reconciliation is made: it would prove half a ledger.
 */
@Component
public final class LedgerGaps {
  /** The ledger that was named last, or the one that counts where all that was named counts. */
  private static final String PARTS =
      """
      with ledger as (
        select id
        from named_delivery
        where register = :ledger
          and year = :year
        union all
        select d.id
        from delivery d
        where d.register = :ledger
          and d.year = :year
          and d.status in ('live', 'refused')
          and not exists (
            select from named_file where register = :ledger and year = :year
          )
      )
      select i.id as number, t.delivery_id, t.kind, regexp_replace(d.name, '.*/', '') as file, t.line, t.subject,
        f.rule, coalesce(f.line, 0) as at_line, f.field, f.found, f.expected,
        coalesce(j.fen, e.amount) as amount, i.set_aside_by, i.why, i.approved_by
      from open_thing t
      join delivery d on d.id = t.delivery_id
      left join open_item i using (delivery_id, kind, line, subject)
      left join reject j
        on j.delivery_id = t.delivery_id
        and j.line = t.line
        and t.kind = 'line'
      left join treasury_entry e
        on e.delivery_id = t.delivery_id
        and e.line = t.line
        and t.kind = 'line'
      left join lateral (
        select rule, line, field, found, expected
        from finding f
        where f.delivery_id = t.delivery_id
          and case t.kind
            when 'file' then f.severity = 'error'
            when 'line' then f.severity = 'error' and f.line = t.line
            else f.severity = 'open' and coalesce(f.line, 0) = t.line
              and coalesce(f.found, '') = t.subject
          end
        order by f.id
        limit 1
      ) f on true
      where t.delivery_id = any(array(select id from ledger))
        and (i.set_aside_at is not null) = :aside
      order by d.name, t.delivery_id, t.line, t.kind, t.subject
      """;

  private final JdbcClient jdbc;
  private final NamedWholes wholes;
  private final Registers registers;

  LedgerGaps(JdbcClient jdbc, NamedWholes wholes, Registers registers) {
    this.jdbc = jdbc;
    this.wholes = wholes;
    this.registers = registers;
  }

  /**
   * Goes on only when nothing is left out that nobody has set aside.
   *
   * @throws LedgerIncomplete that names what is left out; what counted before counts still
   */
  public void require(int year) {
    wholes.count();
    List<LeftOut> open = leftOut(year);
    if (!open.isEmpty()) {
      throw new LedgerIncomplete(year, open);
    }
  }

  /** What is left out and nobody has set aside, in the order of the files. */
  public List<LeftOut> leftOut(int year) {
    return Stream.concat(changed(year), parts(year, false)).toList();
  }

  /** What was set aside, in the order of the files. */
  public List<LeftOut> setAside(int year) {
    return parts(year, true).toList();
  }

  /** What deserves a look in the ledger that counts, though nothing of it is left out. */
  public List<LeftOut> remarks(int year) {
    return jdbc.sql(
            """
            select null::bigint as number, d.id as delivery_id, 'part' as kind, regexp_replace(d.name, '.*/', '') as file,
              coalesce(f.line, 0) as line, '' as subject, f.rule, coalesce(f.line, 0) as at_line,
              f.field, f.found, f.expected, null::bigint as amount, null as set_aside_by,
              null as why, null as approved_by
            from finding f
            join delivery d on d.id = f.delivery_id
            where d.register = :ledger
              and d.year = :year
              and d.status = 'live'
              and f.severity = 'warning'
              and f.rule in ('file-serial-gaps', 'file-return-positive', 'file-rows-hidden')
            order by d.name, d.id, f.id
            """)
        .param("ledger", Reconciler.LEDGER)
        .param("year", year)
        .query((row, number) -> leftOut(row))
        .list();
  }

  private Stream<LeftOut> parts(int year, boolean isSetAside) {
    return jdbc
        .sql(PARTS)
        .param("ledger", Reconciler.LEDGER)
        .param("year", year)
        .param("aside", isSetAside)
        .query((row, number) -> leftOut(row))
        .list()
        .stream();
  }

  /** Files of which nothing was kept, as they were not what they were when they were named. */
  private Stream<LeftOut> changed(int year) {
    return jdbc
        .sql(
            """
            select regexp_replace(f.name, '.*/', '')
            from named_file f
            where f.register = :ledger
              and f.year = :year
              and not exists (
                select
                from delivery d
                where d.register = f.register
                  and d.year = f.year
                  and d.sha256 = f.sha256
              )
            order by f.name
            """)
        .param("ledger", Reconciler.LEDGER)
        .param("year", year)
        .query(
            (row, number) ->
                new LeftOut(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    row.getString(1),
                    0,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .list()
        .stream();
  }

  private LeftOut leftOut(ResultSet row) throws SQLException {
    String by = row.getString("set_aside_by");
    return new LeftOut(
        Optional.ofNullable(row.getObject("number", Long.class)),
        Optional.of(row.getLong("delivery_id")),
        Optional.of(OpenItem.OpenKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT))),
        row.getString("file"),
        row.getInt("line"),
        row.getString("subject"),
        reason(row),
        Optional.ofNullable(row.getObject("amount", Long.class)).filter(fen -> fen != 0),
        by == null
            ? Optional.empty()
            : Optional.of(
                new LeftOut.Decision(
                    by, row.getString("why"), Optional.ofNullable(row.getString("approved_by")))));
  }

  private Optional<LeftOut.LeftOutReason> reason(ResultSet row) throws SQLException {
    if (row.getString("rule") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LeftOut.LeftOutReason(
            row.getString("rule"),
            row.getInt("at_line"),
            title(text(row, "field")),
            text(row, "found"),
            text(row, "expected")));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  private String title(String field) {
    return registers.get(Reconciler.LEDGER).fields().stream()
        .filter(known -> known.name().equals(field))
        .map(Field::title)
        .findFirst()
        .orElse(field);
  }
}
