package org.sunlitledger.check.rule;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.reversal.ReversalRule;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** Marks what is judged again because a reversal, or what it takes back, has changed. */
@Component
final class RecheckedReversals {
  private final JdbcClient jdbc;
  private final Registers registers;
  private final Reversals reversals;

  RecheckedReversals(JdbcClient jdbc, Registers registers, Reversals reversals) {
    this.jdbc = jdbc;
    this.registers = registers;
    this.reversals = reversals;
  }

  /**
   * When a corrected file takes the place of one with a reversal or a reversed entry, the whole
   * register is judged again: what was right beside the pair may be wrong without it.
   */
  void markCorrected() {
    jdbc.sql(
            """
            update delivery r
            set recheck = true
            where r.status = 'live'
              and r.year > closed_through()
              and not r.recheck
              and exists (
                select
                from reversal l
                join delivery p on p.id in (l.delivery_id, l.of_delivery)
                join delivery n on n.supersedes in (p.id, p.supplements)
                where p.status = 'live'
                  and n.status = 'loaded'
                  and n.register = r.register
              )
            """)
        .update();
  }

  /** Single lines; for registers of which something new is in tonight. */
  void mark(List<Check> checks) {
    registers.all().stream()
        .filter(register -> register.reversal().isPresent())
        .filter(this::hasNews)
        .forEach(register -> mark(register, checks));
    markTakers();
  }

  private void mark(Register register, List<Check> checks) {
    markFound(register, Stream.of(ReversalRule.values()).map(ReversalRule::id).toList());
    if (reversals.areNew(register)) {
      markFound(
          register,
          checks.stream()
              .filter(check -> check.register().equals(register.name()))
              .filter(check -> check.stage() == Check.Stage.TOTAL)
              .map(Check::id)
              .toList());
    }
    markCrossing(register);
  }

  private boolean hasNews(Register register) {
    return jdbc.sql(
            "select exists (select from delivery where register = :register and status = 'loaded')")
        .param("register", register.name())
        .query(Boolean.class)
        .single();
  }

  /** Lines that break one of some rules: with what came tonight they may not. */
  private void markFound(Register register, List<String> rules) {
    jdbc.sql(
            """
            insert into recheck_line (delivery_id, line)
            select distinct f.delivery_id, f.line
            from finding f
            join delivery d on d.id = f.delivery_id
            where d.register = :register
              and d.status = 'live'
              and d.year > closed_through()
              and f.rule = any(:rules)
              and f.line is not null
              and not %s
            on conflict do nothing
            """
                .formatted(Recheck.broughtAgain("f")))
        .param("register", register.name())
        .param("rules", rules.toArray(String[]::new))
        .update();
  }

  /** Reversals of entries of earlier years: their year may be below zero now, or no longer. */
  private void markCrossing(Register register) {
    jdbc.sql(
            """
            insert into recheck_line (delivery_id, line)
            select l.delivery_id, l.line
            from reversal l
            join delivery d on d.id = l.delivery_id
            join delivery o on o.id = l.of_delivery
            where d.register = :register
              and d.status = 'live'
              and d.year > closed_through()
              and o.year < d.year
            on conflict do nothing
            """)
        .param("register", register.name())
        .update();
  }

  /** Reversals of entries that are judged again. */
  private void markTakers() {
    jdbc.sql(
            """
            insert into recheck_line (delivery_id, line)
            select l.delivery_id, l.line
            from reversal l
            join delivery d on d.id = l.delivery_id
            join delivery o on o.id = l.of_delivery
            where d.status = 'live'
              and d.year > closed_through()
              and (
                o.recheck
                or exists (
                  select
                  from recheck_line f
                  where f.delivery_id = l.of_delivery
                    and f.line = l.of_line
                )
              )
            on conflict do nothing
            """)
        .update();
  }
}
