package org.sunlitledger.reconcile.statement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.proof.LedgerGaps;
import org.sunlitledger.reconcile.proof.LeftOutText;
import org.sunlitledger.reconcile.proof.Reconciliation;
import org.sunlitledger.reconcile.proof.ReconciliationReader;
import org.sunlitledger.reconcile.statement.StatementContents.Aside;
import org.sunlitledger.reconcile.statement.StatementContents.CategorySum;
import org.sunlitledger.reconcile.statement.StatementContents.KindCount;
import org.sunlitledger.reconcile.statement.StatementContents.Project;
import org.sunlitledger.report.County;

/** What a statement is made from, out of the tables of the last reconciliation. */
@Component
final class StatementRows {
  private static final String KINDS =
      """
      select kind, severity, count(*),
        count(*) filter (where status = 'open'),
        count(*) filter (where status = 'resolved'),
        count(*) filter (where status = 'approved'),
        sum(amount)
      from discrepancy
      where year = :year
        and status <> 'gone'
      group by kind, severity
      order by array_position(array['error', 'warning', 'info', 'look'], severity), kind
      """;
  private static final String CATEGORIES =
      """
      select coalesce(s.title, r.source), coalesce(p.title, k.title, r.category), r.records,
        r.record_fen, r.unmatched, r.unmatched_fen
      from reconciliation_category r
      left join code s on s.list = 'funding_source'
        and s.code = r.source
        and r.year between s.from_year and s.to_year
      left join code p on p.list = 'project_category'
        and p.code = r.category
        and r.year between p.from_year and p.to_year
      left join code k on k.list = 'subsidy_kind'
        and k.code = r.category
        and r.year between k.from_year and k.to_year
      where r.year = :year
      order by r.source, r.category
      """;
  private static final String PROJECTS =
      """
      select r.project_code, r.project_name, coalesce(p.title, r.category), r.planned_fen,
        r.earlier_fen, r.record_fen, r.entry_fen
      from reconciliation_project r
      left join code p on p.list = 'project_category'
        and p.code = r.category
        and r.year between p.from_year and p.to_year
      where r.year = :year
      order by r.project_code
      """;

  private final ReconciliationReader reconciled;
  private final LedgerGaps gaps;
  private final Rules rules;
  private final JdbcClient jdbc;
  private final County county;

  StatementRows(
      ReconciliationReader reconciled,
      LedgerGaps gaps,
      Rules rules,
      JdbcClient jdbc,
      County county) {
    this.reconciled = reconciled;
    this.gaps = gaps;
    this.rules = rules;
    this.jdbc = jdbc;
    this.county = county;
  }

  /** What the statement says; nothing when the year was never reconciled. */
  Optional<StatementContents> of(int year) {
    return reconciled.of(year).map(reconciliation -> contents(year, reconciliation));
  }

  private StatementContents contents(int year, Reconciliation reconciliation) {
    return new StatementContents(
        year,
        county.facts(year).getOrDefault("office", ""),
        jdbc.sql("select made_at from reconciliation where year = :year")
            .param("year", year)
            .query(OffsetDateTime.class)
            .single(),
        reconciliation,
        leftOut(year),
        list(
            KINDS,
            year,
            (row, number) ->
                new KindCount(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7))),
        list(
            CATEGORIES,
            year,
            (row, number) ->
                new CategorySum(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6))),
        list(
            PROJECTS,
            year,
            (row, number) ->
                new Project(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7))));
  }

  private List<Aside> leftOut(int year) {
    LeftOutText text = new LeftOutText(Messages.chinese("year-end"), rules);
    return gaps.setAside(year).stream().map(part -> Aside.of(part, text)).toList();
  }

  private <T> List<T> list(String query, int year, RowMapper<T> mapper) {
    return jdbc.sql(query).param("year", year).query(mapper).list();
  }
}
