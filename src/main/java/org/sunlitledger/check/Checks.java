package org.sunlitledger.check;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.check.Check.Stage;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.SqlFile;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Holds tonight's candidates against the rules: lines of deliveries that are loaded, lines that
 * wait for a counterpart, and lines to be looked at again. Run twice it finds the same.
 */
@Component
public final class Checks {
  static final String DUPLICATE = "duplicate-key";
  private static final int ROUNDS = 5;

  private final List<Check> checks;
  private final Registers registers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public Checks(
      Definitions definitions,
      Registers registers,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.checks = SqlFile.all(definitions, "sql/checks").stream().map(Check::of).toList();
    this.registers = registers;
    this.jdbc = jdbc;
    this.transaction = transaction;
    checks.forEach(check -> registers.get(check.register()));
  }

  List<Check> all() {
    return checks;
  }

  /** Finds what is wrong and gives every candidate its verdict, in one transaction. */
  public void run() {
    transaction.executeWithoutResult(
        status -> {
          markForRecheck();
          List<Register> candidates = registers.all().stream().filter(this::hasCandidates).toList();
          candidates.forEach(this::analyse);
          candidates.forEach(this::reset);
          runStage(Stage.LINE, candidates);
          // only now: a line that is refused anyway must not keep out a good one with its key
          candidates.forEach(this::findDuplicates);
          judge(candidates);
          runCounterparts(candidates);
          runStage(Stage.TOTAL, candidates);
        });
  }

  /**
   * Lines that wait are judged again every night; all lines that may have lost their counterpart,
   * on the night that a correction of it comes in. Those of closed years keep their verdicts.
   */
  private void markForRecheck() {
    jdbc.sql("truncate recheck_line").update();
    jdbc.sql(
            """
            insert into recheck_line (delivery_id, line)
            select distinct f.delivery_id, f.line
            from finding f
            join delivery d on d.id = f.delivery_id
            where f.waiting
              and d.status = 'live'
              and d.year > closed_through()
            """)
        .update();
    jdbc.sql("analyze recheck_line").update();
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
  }

  private boolean hasCandidates(Register register) {
    return jdbc.sql("select exists (select from %s)".formatted(view("candidate", register)))
        .query(Boolean.class)
        .single();
  }

  /** Fresh rows have no statistics yet, and without them the planner guesses badly. */
  private void analyse(Register register) {
    jdbc.sql("analyze %s, delivery".formatted(SqlName.of(register.name()))).update();
  }

  private void reset(Register register) {
    jdbc.sql(
            """
            delete from finding f
            using %s c
            where f.source = 'check'
              and f.delivery_id = c.delivery_id
              and f.line = c.line
            """
                .formatted(view("candidate", register)))
        .update();
    jdbc.sql(
            """
            update %s r
            set verdict = 'a'
            from %s c
            where r.verdict <> 'a'
              and r.delivery_id = c.delivery_id
              and r.line = c.line
            """
                .formatted(SqlName.of(register.name()), view("candidate", register)))
        .update();
  }

  /** A record's key may be there once a year; the first one stands. */
  private void findDuplicates(Register register) {
    List<Field> key = register.key().stream().map(register::field).toList();
    String columns = String.join(", ", key.stream().map(Field::column).map(SqlName::of).toList());
    String same =
        String.join(
            " and ",
            key.stream()
                .map(field -> SqlName.of(field.column()))
                .map(column -> "o." + column + " = c." + column)
                .toList());
    String shown =
        String.join(
            ", ",
            key.stream().filter(field -> !field.type().isPersonal()).map(Checks::shown).toList());
    // a candidate may repeat another candidate, or a line of an earlier night; both are rare, so
    // they are looked for by key alone before lines are compared
    String query =
        """
        with suspect as materialized (
          select year, %1$s
          from %2$s
          group by year, %1$s
          having count(*) > 1
          union
          select c.year, %3$s
          from %2$s c
          join %4$s o on o.year = c.year and %5$s
          where exists (select from %4$s)
        )
        select distinct on (c.delivery_id, c.line)
          c.delivery_id,
          c.line,
          concat_ws(' / ', %6$s) as found,
          d.name || ' : ' || o.line as expected
        from %2$s c
        join %7$s o on o.year = c.year and %5$s
        join delivery d on d.id = o.delivery_id
        where c.%8$s = any(array(select %8$s from suspect))
          and o.%8$s = any(array(select %8$s from suspect))
          and (o.delivery_id, o.line) < (c.delivery_id, c.line)
        order by c.delivery_id, c.line, o.delivery_id, o.line
        """
            .formatted(
                columns,
                view("candidate", register),
                String.join(", ", key.stream().map(f -> "c." + SqlName.of(f.column())).toList()),
                view("settled", register),
                same,
                shown.isEmpty() ? "''" : shown,
                view("standing", register),
                SqlName.of(key.get(0).column()));
    insert(
        query,
        Map.of(
            "rule",
            DUPLICATE,
            "severity",
            "error",
            "waiting",
            false,
            "field",
            register.key().get(0),
            "from",
            0,
            "to",
            9999));
  }

  /** A key's value as people know it: a code by its title. */
  private static String shown(Field field) {
    String column = "c." + SqlName.of(field.column());
    return field
        .codes()
        .map(
            codes ->
                """
                (
                  select k.title
                  from code k
                  where k.list = '%s' and k.code = %s and c.year between k.from_year and k.to_year
                )"""
                    .formatted(SqlName.plain(codes.name()), column))
        .orElse(column);
  }

  private void runStage(Stage stage, List<Register> candidates) {
    concerning(candidates, check -> check.stage() == stage).forEach(this::find);
    judge(candidates);
  }

  /** A line that must wait may be what another one waits for: repeated until nothing changes. */
  private void runCounterparts(List<Register> candidates) {
    int found = 1;
    for (int round = 0; found > 0 && round < ROUNDS; round++) {
      found =
          concerning(candidates, check -> check.stage() == Stage.COUNTERPART).stream()
              .mapToInt(this::find)
              .sum();
      judge(candidates);
    }
  }

  private List<Check> concerning(List<Register> candidates, Predicate<Check> which) {
    return checks.stream()
        .filter(which)
        .filter(check -> candidates.stream().anyMatch(r -> r.name().equals(check.register())))
        .toList();
  }

  private int find(Check check) {
    return insert(
        check.sql(),
        Map.of(
            "rule", check.id(),
            "severity", check.severity(),
            "waiting", check.waits(),
            "field", check.field(),
            "from", check.effective().from(),
            "to", check.effective().to()));
  }

  private int insert(String query, Map<String, ?> rule) {
    return jdbc.sql(
            """
            insert into finding
              (delivery_id, line, source, rule, severity, waiting, field, found, expected)
            select f.delivery_id, f.line, 'check', :rule, :severity, :waiting, :field,
              f.found::text, f.expected::text
            from (
            %s
            ) f
            join delivery d on d.id = f.delivery_id
            where d.year between :from and :to
              and not exists (
                select
                from finding known
                where known.delivery_id = f.delivery_id
                  and known.line = f.line
                  and known.rule = :rule
              )
            """
                .formatted(query))
        .params(rule)
        .update();
  }

  private void judge(List<Register> candidates) {
    for (Register register : candidates) {
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
                  and delivery_id in (
                    select id from delivery
                    where register = :register and status in ('loaded', 'live')
                  )
                group by delivery_id, line
              ) f
              where r.delivery_id = f.delivery_id
                and r.line = f.line
                and r.verdict <> f.verdict
              """
                  .formatted(SqlName.of(register.name())))
          .param("register", register.name())
          .update();
    }
  }

  private static String view(String kind, Register register) {
    return SqlName.of(kind + "_" + register.name());
  }
}
