package org.sunlitledger.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.check.Check.Stage;
import org.sunlitledger.check.LineDigests.Wanted;
import org.sunlitledger.database.DefinitionException;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.SqlFile;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.database.Years;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Holds tonight's candidates against the rules: lines of deliveries that are loaded, lines that
 * wait for a counterpart, and lines to be looked at again. Run twice it finds the same.
 */
@Component
public final class Checks {
  private static final int ROUNDS = 5;

  private final List<Check> checks;
  private final Registers registers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Candidates candidates;
  private final DigestMaker digests;
  private final AlikeLines alike;

  public Checks(
      Definitions definitions,
      Registers registers,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Candidates candidates,
      DigestMaker digests,
      AlikeLines alike) {
    this.checks = SqlFile.all(definitions, "sql/checks").stream().map(Check::of).toList();
    this.registers = registers;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.candidates = candidates;
    this.digests = digests;
    this.alike = alike;
    checks.forEach(this::requireNames);
  }

  private void requireNames(Check check) {
    Register register = require(check, "register", check.register());
    if (check.waits()) {
      require(check, "waits", check.counterpart());
    }
    for (String column : check.alike()) {
      if (register.fields().stream().noneMatch(field -> field.column().equals(column))) {
        throw new DefinitionException(
            check.file().path(), "alike: %s has no column '%s'".formatted(register.name(), column));
      }
    }
  }

  private Register require(Check check, String header, String name) {
    return registers.all().stream()
        .filter(register -> register.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DefinitionException(
                    check.file().path(), "%s: there is no register '%s'".formatted(header, name)));
  }

  List<Check> all() {
    return checks;
  }

  /** Finds what is wrong and gives every candidate its verdict, in one transaction. */
  public void run() {
    transaction.executeWithoutResult(
        status -> {
          markForRecheck();
          List<Candidates.Of> found =
              registers.all().stream().map(candidates::show).flatMap(Optional::stream).toList();
          List<Register> concerned = found.stream().map(Candidates.Of::register).toList();
          concerned.forEach(this::analyse);
          concerned.stream().filter(this::isKnown).forEach(this::reset);
          concerned.forEach(this::digest);
          runStage(Stage.LINE, concerned);
          // only now: a line that is refused anyway must not keep out a good one with its key
          found.stream().filter(of -> of.register().hasKey()).forEach(this::findDuplicates);
          judge(concerned);
          runCounterparts(concerned);
          runStage(Stage.TOTAL, concerned);
          concerned.forEach(candidates::hide);
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
              and not %s
            """
                .formatted(broughtAgain("f")))
        .update();
    jdbc.sql("analyze recheck_line").update();
    // stays until it is done, even if this night is cut off before it counts
    jdbc.sql(
            """
            update delivery
            set recount = true
            where id in (select delivery_id from recheck_line)
              and not recount
            """)
        .update();
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

  private void digest(Register register) {
    digests.prepare(
        register,
        Stream.concat(
                Stream.of(new DuplicateKeys(register).columns()),
                checks.stream()
                    .filter(check -> check.register().equals(register.name()))
                    .map(Check::alike))
            .filter(columns -> !columns.isEmpty())
            .distinct()
            .toList());
  }

  /**
   * Fresh rows have no statistics yet, and without them the planner guesses badly; a few will do.
   */
  private void analyse(Register register) {
    jdbc.sql("set local default_statistics_target = 20").update();
    jdbc.sql("analyze %s, delivery".formatted(SqlName.of(register.name()))).update();
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

  private void reset(Register register) {
    jdbc.sql(
            """
            delete from finding f
            using %s c
            where f.source = 'check'
              and f.delivery_id = c.delivery_id
              and f.line = c.line
              and not %s
            """
                .formatted(candidateView(register), broughtAgain("c")))
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
                .formatted(SqlName.of(register.name()), candidateView(register), broughtAgain("c")))
        .update();
  }

  private void findDuplicates(Candidates.Of candidates) {
    Register register = candidates.register();
    DuplicateKeys keys = new DuplicateKeys(register);
    for (int year : candidates.years()) {
      alike.find(new Wanted(register, keys.columns(), new Years(year, year)));
      insert(
          keys.query(),
          Map.of(
              "rule",
              DuplicateKeys.RULE,
              "severity",
              "error",
              "waiting",
              false,
              "field",
              register.key().get(0),
              "from",
              year,
              "to",
              year));
    }
  }

  private void runStage(Stage stage, List<Register> concerned) {
    int found =
        concerning(concerned, check -> check.stage() == stage).stream().mapToInt(this::find).sum();
    if (found > 0) {
      judge(concerned);
    }
  }

  /** A line that must wait may be what another one waits for: repeated until nothing changes. */
  private void runCounterparts(List<Register> concerned) {
    int found = 1;
    for (int round = 0; found > 0 && round < ROUNDS; round++) {
      found =
          concerning(concerned, check -> check.stage() == Stage.COUNTERPART).stream()
              .mapToInt(this::find)
              .sum();
      judge(concerned);
    }
  }

  private List<Check> concerning(List<Register> concerned, Predicate<Check> which) {
    return checks.stream()
        .filter(which)
        .filter(check -> concerned.stream().anyMatch(r -> r.name().equals(check.register())))
        .toList();
  }

  private int find(Check check) {
    if (!check.alike().isEmpty()) {
      alike.find(new Wanted(registers.get(check.register()), check.alike(), Years.ALWAYS));
    }
    Map<String, ?> rule =
        Map.of(
            "rule", check.id(),
            "severity", check.severity(),
            "waiting", check.waits(),
            "field", check.field(),
            "from", check.effective().from(),
            "to", check.effective().to());
    return check.file().run(() -> insert(check.file().sql(), rule));
  }

  /** The query by itself can use several processes; as part of an insert it could not. */
  private int insert(String query, Map<String, ?> rule) {
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
            .params(rule)
            .update();
    jdbc.sql("drop table broken").update();
    return found;
  }

  private void judge(List<Register> concerned) {
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
                  .formatted(SqlName.of(register.name()), Candidates.DELIVERIES))
          .param("register", register.name())
          .update();
    }
  }

  private static String candidateView(Register register) {
    return SqlName.of(Candidates.view(register));
  }

  /**
   * A supplement of tonight or before stands for the line, or has withdrawn it: it stays refused,
   * whatever comes, or it would count beside what stands for it.
   */
  private static String broughtAgain(String line) {
    return """
    exists (
      select
      from supplement_line s
      join delivery n on n.id = s.delivery_id
      where n.supplements = %1$s.delivery_id
        and s.original = %1$s.line
        and n.status in ('live', 'loaded')
    )\
    """
        .formatted(line);
  }
}
