package org.sunlitledger.reconcile.discrepancy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.reconcile.match.Workspace;

/**
 * Looks for patterns that auditors ask for. They accuse nobody and are no obstacle to closing. A
 * rule whose columns nobody has filled in is listed as not checked, never as clean.
 */
@Component
public final class Risks {
  private final List<RiskRule> rules;
  private final Workspace workspace;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Risks(
      Definitions definitions,
      Workspace workspace,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.rules = RiskRule.all(definitions);
    this.workspace = workspace;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Finds them again, among all entries and records of the year, in one transaction. */
  public void find(int year) {
    transaction.executeWithoutResult(
        status -> {
          forget(year);
          workspace.show(year);
          check(year);
          workspace.close();
        });
  }

  private void forget(int year) {
    for (String table : List.of("risk_line", "risk_rule")) {
      jdbc.sql("delete from %s where year = :year".formatted(SqlName.checked(table)))
          .param("year", year)
          .update();
    }
  }

  private void check(int year) {
    for (RiskRule rule : rules) {
      List<String> missing = rule.needs().stream().filter(column -> !isFilledIn(column)).toList();
      if (missing.isEmpty()) {
        workspace.table("risk_now", rule.file());
        rule.file().run(() -> keep(year, rule));
        workspace.drop("risk_now");
      }
      record(year, rule, missing);
    }
  }

  private boolean isFilledIn(String needed) {
    String register = needed.substring(0, needed.indexOf('.'));
    String column = needed.substring(needed.indexOf('.') + 1);
    String lines = "chosen_" + register;
    boolean isThere =
        jdbc.sql(
                """
                select exists (
                  select
                  from pg_attribute
                  where attrelid = to_regclass('pg_temp.' || :lines)
                    and attname = :column
                )
                """)
            .param("lines", lines)
            .param("column", column)
            .query(Boolean.class)
            .single();
    return isThere
        && jdbc.sql(
                "select exists (select from %s where %s is not null)"
                    .formatted(SqlName.checked(lines), SqlName.checked(column)))
            .query(Boolean.class)
            .single();
  }

  private void keep(int year, RiskRule rule) {
    jdbc.sql(
            """
            insert into risk_line
              (year, rule, key, found, side, register, delivery_id, line, amount)
            select :year, :rule, key, found, side, register, delivery_id, line, amount
            from risk_now
            order by key, side, register, delivery_id, line
            """)
        .param("year", year)
        .param("rule", rule.id())
        .update();
  }

  private void record(int year, RiskRule rule, List<String> missing) {
    jdbc.sql(
            """
            insert into risk_rule
              (year, position, rule, title_zh, title_en, basis, missing, items)
            select :year, :position, :rule, :title, :titleEn, :basis, :missing,
              (select count(distinct key) from risk_line where year = :year and rule = :rule)
            """)
        .param("year", year)
        .param("position", rule.position())
        .param("rule", rule.id())
        .param("title", rule.title())
        .param("titleEn", rule.titleEn())
        .param("basis", rule.basis())
        .param("missing", MissingColumns.kept(missing))
        .update();
  }
}
