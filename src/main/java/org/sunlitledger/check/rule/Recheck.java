package org.sunlitledger.check.rule;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.alike.DuplicateKeys;
import org.sunlitledger.check.alike.SimilarKeys;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** Marks what earlier nights have judged and tonight judges again. */
@Component
final class Recheck {
  private final JdbcClient jdbc;
  private final RecheckedReversals reversals;
  private final Registers registers;

  Recheck(JdbcClient jdbc, RecheckedReversals reversals, Registers registers) {
    this.jdbc = jdbc;
    this.reversals = reversals;
    this.registers = registers;
  }

  /**
   * Lines that wait are judged again every night; lines that may have lost their counterpart, or
   * the one that had their key before them, on the night that a correction of it comes in. Those of
   * closed years keep their verdicts.
   */
  void mark(List<Check> checks) {
    jdbc.sql("delete from recheck_line").update();
    jdbc.sql(
            """
            insert into recheck_line (delivery_id, line)
            select distinct f.delivery_id, f.line
            from finding f
            join delivery d on d.id = f.delivery_id
            where f.waiting
              and d.status = 'live'
              and d.year > closed_through()
              and not %s
            """
                .formatted(broughtAgain("f")))
        .update();
    // a line that somebody has accepted since it was rejected
    jdbc.sql(
            """
            insert into recheck_line (delivery_id, line)
            select a.delivery_id, a.line
            from accepted_line a
            join delivery d on d.id = a.delivery_id
            where d.status = 'live'
              and d.year > closed_through()
              and exists (
                select
                from finding f
                where f.delivery_id = a.delivery_id
                  and f.line = a.line
                  and f.rule = :similar
              )
              and not %s
            on conflict do nothing
            """
                .formatted(broughtAgain("a")))
        .param("similar", SimilarKeys.RULE)
        .update();
    reversals.markCorrected();
    markRepeated();
    checks.stream()
        .filter(Check::waits)
        .forEach(
            check ->
                jdbc.sql(
                        """
                        update delivery
                        set recheck = true
                        where register = :register
                          and status = 'live'
                          and year > closed_through()
                          and not recheck
                          and exists (
                            select
                            from delivery c
                            where c.register = :counterpart
                              and c.status = 'loaded'
                              and c.supersedes is not null
                          )
                        """)
                    .param("register", check.register())
                    .param("counterpart", check.counterpart())
                    .update());
    reversals.mark(checks);
    jdbc.sql("analyze recheck_line").update();
    registersOfSingleLines().forEach(this::rememberVerdicts);
    // stays until it is done, even if this night is cut off before it counts
    jdbc.sql(
            """
            update delivery
            set recount = true
            where id in (select delivery_id from recheck_line)
              and not recount
            """)
        .update();
  }

  private List<Register> registersOfSingleLines() {
    return jdbc
        .sql(
            """
            select distinct d.register
            from recheck_line f
            join delivery d on d.id = f.delivery_id
            """)
        .query(String.class)
        .stream()
        .map(registers::get)
        .toList();
  }

  private void rememberVerdicts(Register register) {
    jdbc.sql(
            """
            update recheck_line f
            set verdict = r.verdict
            from %s r
            where r.delivery_id = f.delivery_id
              and r.line = f.line
            """
                .formatted(SqlName.checked(register.name())))
        .update();
  }

  private void markRepeated() {
    jdbc.sql(
            """
            update delivery d
            set recheck = true
            where d.status = 'live'
              and d.year > closed_through()
              and not d.recheck
              and exists (
                select
                from delivery c
                where c.register = d.register
                  and c.year = d.year
                  and c.status = 'loaded'
                  and c.supersedes <> d.id
              )
              and exists (
                select
                from finding f
                where f.delivery_id = d.id
                  and f.rule in (:repeated, :similar)
              )
            """)
        .param("repeated", DuplicateKeys.RULE)
        .param("similar", SimilarKeys.RULE)
        .update();
  }

  /**
   * A supplement of tonight or before replaces the line or has withdrawn it: it stays rejected,
   * whatever comes, or it would count beside what replaces it.
   */
  static String broughtAgain(String line) {
    return """
    exists (
      select
      from stand_in b
      where b.delivery_id = %1$s.delivery_id
        and b.line = %1$s.line
        and b.by_delivery > b.delivery_id
        and b.status in ('live', 'loaded')
    )\
    """
        .formatted(line);
  }
}
