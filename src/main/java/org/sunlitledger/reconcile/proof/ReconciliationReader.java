package org.sunlitledger.reconcile.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.discrepancy.MissingColumns;
import org.sunlitledger.reconcile.match.ReconciledLines;
import org.sunlitledger.reconcile.proof.Reconciliation.FoundKind;
import org.sunlitledger.reconcile.proof.Reconciliation.LedgerFile;
import org.sunlitledger.reconcile.proof.Reconciliation.Matched;
import org.sunlitledger.reconcile.proof.Reconciliation.ProofRow;
import org.sunlitledger.reconcile.proof.Reconciliation.Remarked;
import org.sunlitledger.reconcile.proof.Reconciliation.Risk;

/** Reads the result of the last reconciliation of a year. */
@Component
public final class ReconciliationReader {
  private final JdbcClient jdbc;
  private final MissingColumns columns;
  private final ReconciledLines lines;

  ReconciliationReader(JdbcClient jdbc, MissingColumns columns, ReconciledLines lines) {
    this.jdbc = jdbc;
    this.columns = columns;
    this.lines = lines;
  }

  /** Nothing when the year has not been reconciled. */
  public Optional<Reconciliation> of(int year) {
    return jdbc.sql(
            """
            select records, record_fen, entries, entry_fen
            from reconciliation
            where year = :year
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new Reconciliation(
                    row.getInt(1),
                    row.getLong(2),
                    row.getInt(3),
                    row.getLong(4),
                    lines.of(year, () -> ledger(year)),
                    strategies(year),
                    found(year),
                    remarks(year),
                    risks(year),
                    proof(year)))
        .optional();
  }

  private List<LedgerFile> ledger(int year) {
    return jdbc.sql(
            """
            select regexp_replace(d.name, '.*/', ''), count(*), sum(e.amount), min(e.paid_on),
              max(e.paid_on), count(*) filter (where e.project_code is null and e.batch is null),
              count(*) filter (where e.document_number is null)
            from live_treasury_entry e
            join delivery d on d.id = e.delivery_id
            where e.year = :year
            group by d.id, d.name
            order by min(e.paid_on), d.name
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new LedgerFile(
                    row.getString(1),
                    row.getInt(2),
                    row.getLong(3),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class),
                    row.getInt(6),
                    row.getInt(7)))
        .list();
  }

  private List<Matched> strategies(int year) {
    return jdbc.sql(
            """
            select strategy, title_zh, title_en, matches, entries, records, amount
            from reconciliation_strategy
            where year = :year
            order by position
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new Matched(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getLong(7)))
        .list();
  }

  private List<FoundKind> found(int year) {
    return jdbc.sql(
            """
            select kind, severity, count(*), count(*) filter (where status = 'open'), sum(amount)
            from discrepancy
            where year = :year
              and status <> 'gone'
            group by kind, severity
            order by severity = 'look', severity = 'info', kind
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new FoundKind(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getLong(5)))
        .list();
  }

  private List<Remarked> remarks(int year) {
    return jdbc.sql(
            """
            select remark, count(*), max(days), sum(amount)
            from match_remark
            where year = :year
            group by remark
            order by remark
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new Remarked(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4)))
        .list();
  }

  private List<Risk> risks(int year) {
    return jdbc.sql(
            """
            select rule, title_zh, title_en, basis, missing, items,
              (select count(*) from risk_line l where l.year = k.year and l.rule = k.rule)
            from risk_rule k
            where year = :year
            order by position
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new Risk(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    columns.chinese(row.getString(5)),
                    columns.english(row.getString(5)),
                    row.getInt(6),
                    row.getInt(7)))
        .list();
  }

  private List<ProofRow> proof(int year) {
    return jdbc.sql(
            """
            select p.source, coalesce(k.title, p.source), p.record_fen, p.record_only_fen,
              p.entry_only_fen, p.difference_fen, p.entry_fen
            from reconciliation_proof p
            left join code k
              on k.list = 'funding_source'
              and k.code = p.source
              and p.year between k.from_year and k.to_year
            where p.year = :year
            order by p.source = '', p.source
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new ProofRow(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7)))
        .list();
  }
}
