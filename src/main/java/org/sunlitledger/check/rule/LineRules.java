package org.sunlitledger.check.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Register;

/**
 * The rules that judge a line by itself: all of a register in one pass over its candidates. A line
 * that breaks none is read once, and that is all.
 */
@Component
final class LineRules {
  private final JdbcClient jdbc;
  private final Verdicts verdicts;

  LineRules(JdbcClient jdbc, Verdicts verdicts) {
    this.jdbc = jdbc;
    this.verdicts = verdicts;
  }

  /** Keeps what the rules of a register find; says how many findings are new. */
  int find(Register register, List<Check> checks) {
    if (checks.isEmpty()) {
      return 0;
    }
    jdbc.sql("savepoint line_rules").update();
    try {
      int found = verdicts.findByLine(query(register, checks), checks);
      jdbc.sql("release savepoint line_rules").update();
      return found;
    } catch (DataAccessException problem) {
      if (SqlFile.isOfStatement(problem)) {
        jdbc.sql("rollback to savepoint line_rules").update();
        blame(register, checks);
      }
      throw problem;
    }
  }

  /** Runs each rule by itself, so that the complaint names the file of the faulty one. */
  private void blame(Register register, List<Check> checks) {
    for (Check check : checks) {
      List<Check> alone = List.of(check);
      check.file().run(() -> verdicts.findByLine(query(register, alone), alone));
    }
  }

  /** The lines that break one of the rules, with the number of each that they break. */
  private static String query(Register register, List<Check> checks) {
    return """
    %1$s
    select c.delivery_id, c.line, b.rule, b.found, b.expected
    from (
      select c.*
      from %2$s c
      where %4$s
    ) c
    cross join lateral (
    %3$s
    ) b
    """
        .formatted(
            CandidateColumns.of(register, checks).with(false),
            SqlName.checked(Candidates.view(register)),
            IntStream.range(0, checks.size())
                .mapToObj(i -> breach(register, checks.get(i), i + 1))
                .collect(Collectors.joining("union all\n")),
            checks.stream().map(LineRules::condition).collect(Collectors.joining("\n  or ")));
  }

  private static String breach(Register register, Check check, int number) {
    boolean money = check.isMoney(register);
    return """
    select %1$d as rule, coalesce(%2$s, '') as found, coalesce(%3$s, '') as expected
    from (
      select %4$s as found, %5$s as expected
      where %6$s
    ) v
    """
        .formatted(
            number,
            WrittenValue.of("v.found", money),
            WrittenValue.of("v.expected", money),
            check.found(register),
            check.expected(),
            condition(check));
  }

  /** On its own line: it may end with a comment. */
  private static String condition(Check check) {
    return """
    (
    %s
    ) and c.year between %d and %d\
    """
        .formatted(check.file().sql(), check.effective().from(), check.effective().to());
  }
}
