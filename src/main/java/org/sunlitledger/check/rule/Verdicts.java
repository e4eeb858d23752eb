package org.sunlitledger.check.rule;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Register;

/** Findings about candidates, and the verdicts that follow from them. */
@Component
final class Verdicts {
  private final JdbcClient jdbc;

  Verdicts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What it means that a query finds a line.
   *
   * @param field whose value breaks the rule; empty for the line as a whole
   * @param years of deliveries for which the rule holds
   */
  record Breach(String rule, String severity, boolean waiting, String field, Years years) {}

  /** Candidates that have been judged before are judged as if for the first time. */
  void takeBack(Register register) {
    if (isKnown(register)) {
      forget(register);
    }
  }

  /** Whether any of the candidates has been judged before. */
  private boolean isKnown(Register register) {
    return jdbc.sql(
            """
            select exists (
              select
              from finding f
              where f.source = 'check'
                and f.delivery_id in (%s)
            )
            """
                .formatted(Candidates.DELIVERIES))
        .param("register", register.name())
        .query(Boolean.class)
        .single();
  }

  private void forget(Register register) {
    jdbc.sql(
            """
            delete from finding f
            using %s c
            where f.source = 'check'
              and f.delivery_id = c.delivery_id
              and f.line = c.line
              and not %s
            """
                .formatted(candidateView(register), Recheck.broughtAgain("c")))
        .update();
    jdbc.sql(
            """
            update %s r
            set verdict = 'a'
            from %s c
            where r.verdict <> 'a'
              and r.delivery_id = c.delivery_id
              and r.line = c.line
              and not %s
            """
                .formatted(
                    SqlName.checked(register.name()),
                    candidateView(register),
                    Recheck.broughtAgain("c")))
        .update();
  }

  /**
   * Keeps what a query finds, each once; says how many are new. The query by itself can use several
   * processes; as part of an insert it could not.
   */
  int find(String query, Breach breach) {
    jdbc.sql(
            """
            create temporary table broken on commit drop as
            select b.delivery_id, b.line, b.found::text as found, b.expected::text as expected
            from (
            %s
            ) b
            """
                .formatted(query))
        .update();
    int found =
        jdbc.sql(
                """
                insert into finding
                  (delivery_id, line, source, rule, severity, waiting, field, found, expected)
                select b.delivery_id, b.line, 'check', :rule, :severity, :waiting, :field,
                  b.found, b.expected
                from broken b
                join delivery d on d.id = b.delivery_id
                where d.year between :from and :to
                  and not exists (
                    select
                    from finding known
                    where known.delivery_id = b.delivery_id
                      and known.line = b.line
                      and known.rule = :rule
                  )
                """)
            .param("rule", breach.rule())
            .param("severity", breach.severity())
            .param("waiting", breach.waiting())
            .param("field", breach.field())
            .param("from", breach.years().from())
            .param("to", breach.years().to())
            .update();
    jdbc.sql("drop table broken").update();
    return found;
  }

  /**
   * The same for rules on single lines, which are found together.
   *
   * @param query names the rule of each line by its place among them, from 1
   */
  int findByLine(String query, List<Check> rules) {
    jdbc.sql("create temporary table broken on commit drop as\n" + query).update();
    int found =
        jdbc.sql(
                """
                insert into finding
                  (delivery_id, line, source, rule, severity, field, found, expected)
                select b.delivery_id, b.line, 'check', k.rule, k.severity, k.field, b.found,
                  b.expected
                from broken b
                join unnest(
                    cast(:rules as text[]), cast(:severities as text[]), cast(:fields as text[])
                  ) with ordinality as k (rule, severity, field, number)
                  on k.number = b.rule
                where not exists (
                    select
                    from finding known
                    where known.delivery_id = b.delivery_id
                      and known.line = b.line
                      and known.rule = k.rule
                  )
                order by b.delivery_id, b.line, b.rule
                """)
            .param("rules", each(rules, Check::id))
            .param("severities", each(rules, Check::severity))
            .param("fields", each(rules, Check::field))
            .update();
    jdbc.sql("drop table broken").update();
    return found;
  }

  private static String[] each(List<Check> rules, Function<Check, String> what) {
    return rules.stream().map(what).toArray(String[]::new);
  }

  /** Gives lines the verdicts that their findings ask for. */
  void give(List<Register> concerned) {
    for (Register register : concerned) {
      jdbc.sql(
              """
              update %s r
              set verdict = f.verdict
              from (
                select delivery_id, line,
                  case when bool_or(not waiting) then 'r' else 'w' end::"char" as verdict
                from finding
                where source = 'check'
                  and severity = 'error'
                  and delivery_id in (%s)
                group by delivery_id, line
              ) f
              where r.delivery_id = f.delivery_id
                and r.line = f.line
                and r.verdict <> f.verdict
              """
                  .formatted(SqlName.checked(register.name()), Candidates.DELIVERIES))
          .param("register", register.name())
          .update();
    }
  }

  /**
   * Drops the roll-ups of live deliveries some of whose lines were accepted before this night and
   * are not now, or the other way round: their sums may be the same and yet of other lines.
   */
  void outdateRollUps(List<Register> concerned) {
    if (!jdbc.sql("select exists (select from recheck_line)").query(Boolean.class).single()) {
      return;
    }
    for (Register register : concerned) {
      jdbc.sql(
              """
              delete from delivery_rollup m
              where m.delivery_id in (
                  select r.delivery_id
                  from recheck_line f
                  join %s r on r.delivery_id = f.delivery_id and r.line = f.line
                  where (r.verdict = 'a') <> (f.verdict = 'a')
                )
              """
                  .formatted(SqlName.checked(register.name())))
          .update();
    }
  }

  private static String candidateView(Register register) {
    return SqlName.checked(Candidates.view(register));
  }
}
