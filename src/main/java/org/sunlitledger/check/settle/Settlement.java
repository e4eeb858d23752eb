package org.sunlitledger.check.settle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Makes loaded deliveries count, all of a night's at once, after proving their books: what was read
 * is what was accepted and what was refused, in lines and in fen.
 */
@Component
public final class Settlement {
  private final Registers registers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final NamedWholes wholes;
  private final Clock clock;

  public Settlement(
      Registers registers,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      NamedWholes wholes,
      Clock clock) {
    this.registers = registers;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.wholes = wholes;
    this.clock = clock;
  }

  /**
   * Counts the loaded deliveries in.
   *
   * @throws IllegalStateException when the books of one do not balance; then nothing has changed
   */
  public void settle() {
    transaction.executeWithoutResult(
        status -> {
          for (Register register : registers.all()) {
            List<Long> touched = touched(register);
            if (!touched.isEmpty()) {
              count(register, touched);
              prove(touched);
            }
          }
          wholes.settle();
          jdbc.sql(
                  """
                  update delivery p
                  set status = 'superseded', recheck = false, recount = false
                  from delivery n
                  where n.supersedes in (p.id, p.supplements)
                    and n.status = 'loaded'
                    and p.status in ('live', 'loaded')
                  """)
              .update();
          jdbc.sql(
                  """
                  update delivery
                  set status = 'live', live_at = :now
                  where status = 'loaded'
                  """)
              .param("now", OffsetDateTime.now(clock))
              .update();
          jdbc.sql(
                  """
                  update delivery
                  set recheck = false, recount = false
                  where recheck or recount
                  """)
              .update();
        });
  }

  /** Deliveries whose lines may have got another verdict tonight. */
  private List<Long> touched(Register register) {
    return jdbc.sql(
            """
            select d.id
            from delivery d
            where d.register = :register
              and d.year > closed_through()
              and (
                d.status = 'loaded'
                or d.status = 'live' and (d.recheck or d.recount)
              )
            """)
        .param("register", register.name())
        .query(Long.class)
        .list();
  }

  private void count(Register register, List<Long> deliveries) {
    read(register, deliveries);
    jdbc.sql(
            """
            delete from delivery_rollup m
            using counted c, delivery d
            where m.delivery_id = c.id
              and d.id = c.id
              and (d.recheck or d.lines_accepted <> c.lines_accepted
                or d.fen_accepted <> c.fen_accepted)
            """)
        .update();
    int changed =
        jdbc.sql(
                """
                update delivery d
                set lines_accepted = c.lines_accepted,
                  lines_refused = c.lines_refused,
                  fen_accepted = c.fen_accepted,
                  fen_refused = c.fen_refused
                from counted c
                where c.id = d.id
                """)
            .update();
    jdbc.sql("drop table counted").update();
    if (changed != deliveries.size()) {
      throw new IllegalStateException("deliveries vanished while they were counted");
    }
  }

  /**
   * Leaves in the temporary table {@code counted} the totals of the deliveries. The query by itself
   * can use several processes; as part of an update it could not.
   */
  private void read(Register register, List<Long> deliveries) {
    jdbc.sql(
            """
            create temporary table counted on commit drop as
            select
              d.id,
              coalesce(l.accepted, 0) as lines_accepted,
              coalesce(l.refused, 0) + coalesce(j.lines, 0) as lines_refused,
              coalesce(l.fen_accepted, 0) as fen_accepted,
              coalesce(l.fen_refused, 0) + coalesce(j.fen, 0) as fen_refused
            from unnest(cast(:deliveries as bigint[])) as d (id)
            left join (
              select
                r.delivery_id,
                count(*) filter (where r.verdict = 'a') as accepted,
                count(*) filter (where r.verdict <> 'a') as refused,
                sum(%2$s) filter (where r.verdict = 'a') as fen_accepted,
                sum(%2$s) filter (where r.verdict <> 'a') as fen_refused
              from %1$s r
              where r.delivery_id = any(:deliveries)
              group by r.delivery_id
            ) l on l.delivery_id = d.id
            left join (
              select delivery_id, count(*) as lines, sum(fen) as fen
              from reject
              where delivery_id = any(:deliveries)
              group by delivery_id
            ) j on j.delivery_id = d.id
            """
                .formatted(SqlName.checked(register.name()), register.fenSql("r")))
        .param("deliveries", deliveries.toArray(Long[]::new))
        .update();
  }

  private void prove(List<Long> deliveries) {
    List<String> wrong =
        jdbc.sql(
                """
                select name || ': ' || lines_read || ' <> ' || lines_accepted || ' + '
                  || lines_refused || ', ' || fen_read || ' <> ' || fen_accepted || ' + '
                  || fen_refused
                from delivery
                where id = any(:deliveries)
                  and (lines_read <> lines_accepted + lines_refused
                    or fen_read <> fen_accepted + fen_refused)
                """)
            .param("deliveries", deliveries.toArray(Long[]::new))
            .query(String.class)
            .list();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "账目不平，属程序错误，本次未计入任何数据 / the books do not balance; this is a fault of the "
              + "program, and nothing was counted in: "
              + String.join("; ", wrong));
    }
  }
}
