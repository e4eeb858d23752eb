package org.sunlitledger.open;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** Brings the list of what is open up to date with what was found. */
@Component
public final class OpenSettlement {
  /** Fewer make no other plan of a query. */
  private static final int MANY = 1_000;

  /** What a close has frozen. */
  private static final String FROZEN =
      """
      exists (
        select
        from delivery c
        join year_close y on y.year >= c.year and y.reopened_at is null
        where c.id = o.delivery_id
          and o.found_at <= y.closed_at
      )
      """;

  private final JdbcClient jdbc;
  private final OpenCounts counts;
  private final Registers registers;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OpenSettlement(
      JdbcClient jdbc,
      OpenCounts counts,
      Registers registers,
      TransactionTemplate transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.counts = counts;
    this.registers = registers;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Gives a number to everything that is open and has none, and marks what is open no more. A
   * column that was set aside stays so in later deliveries of the register. What a close has frozen
   * stays as it is.
   */
  public void settle() {
    transaction.executeWithoutResult(status -> settleWithin());
  }

  private void settleWithin() {
    int numbered = number();
    sumLines();
    int gone = markGone();
    if (numbered + gone > 0) {
      counts.recount();
    }
    if (numbered >= MANY) {
      jdbc.sql("analyze finding (delivery_id, line, severity), open_item (delivery_id)").update();
    }
  }

  private int number() {
    return jdbc.sql(
            """
            insert into open_item
              (delivery_id, kind, line, subject, found_at, fen, set_aside_by, set_aside_at, why,
                follows, approved_by, approved_at)
            select t.delivery_id, t.kind, t.line, t.subject, :now, r.fen, e.set_aside_by,
              e.set_aside_at, e.why, coalesce(e.follows, e.id), e.approved_by, e.approved_at
            from open_thing t
            join delivery d on d.id = t.delivery_id
            left join reject r
              on t.kind = 'line'
              and r.delivery_id = t.delivery_id
              and r.line = t.line
            left join lateral (
              select p.*
              from open_item p
              join delivery o on o.id = p.delivery_id
              where t.kind = 'column'
                and p.kind = 'column'
                and p.subject = t.subject
                and p.set_aside_at is not null
                and o.register = d.register
              order by p.id desc
              limit 1
            ) e on true
            where not exists (
              select
              from open_item i
              where i.delivery_id = t.delivery_id
                and i.kind = t.kind
                and i.line = t.line
                and i.subject = t.subject
            )
            order by t.delivery_id, t.line, t.kind, t.subject
            """)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private int markGone() {
    return jdbc.sql(
            """
            update open_item i
            set gone = not i.gone
            from (
              select o.id
              from open_item o
              left join open_thing t using (delivery_id, kind, line, subject)
              where o.gone = (t.delivery_id is not null)
                and not %s
            ) changed
            where i.id = changed.id
            """
                .formatted(FROZEN))
        .update();
  }

  /** Amounts of lines that are kept as records, because a check has rejected them. */
  private void sumLines() {
    jdbc.sql(
            """
            select distinct d.register
            from open_item o
            join delivery d on d.id = o.delivery_id
            where o.fen is null
              and o.kind = 'line'
            """)
        .query(String.class)
        .list()
        .forEach(name -> sumLines(registers.get(name)));
  }

  private void sumLines(Register register) {
    jdbc.sql(
            """
            update open_item i
            set fen = s.fen
            from (
              select o.id, coalesce(j.fen, %s) as fen
              from open_item o
              join delivery d on d.id = o.delivery_id
              left join reject j on j.delivery_id = o.delivery_id and j.line = o.line
              left join %s r on r.delivery_id = o.delivery_id and r.line = o.line
              where o.fen is null
                and o.kind = 'line'
                and d.register = :register
                and num_nonnulls(j.line, r.line) > 0
                and not %s
            ) s
            where i.id = s.id
            """
                .formatted(register.fenSql("r"), SqlName.checked(register.name()), FROZEN))
        .param("register", register.name())
        .update();
  }
}
