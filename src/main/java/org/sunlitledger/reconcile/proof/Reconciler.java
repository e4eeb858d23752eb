package org.sunlitledger.reconcile.proof;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.reconcile.discrepancy.Discrepancies;
import org.sunlitledger.reconcile.discrepancy.WorkList;
import org.sunlitledger.reconcile.match.Matching;
import org.sunlitledger.reconcile.match.Remarks;
import org.sunlitledger.reconcile.match.Workspace;

/**
 * Holds a year's records against the treasury's ledger: matches, discrepancies and the proof, in
 * one transaction. Done again with the same lines it finds the same.
 */
@Component
public final class Reconciler {
  /** The register that the treasury's ledger is. */
  public static final String LEDGER = "treasury_entry";

  private final Workspace workspace;
  private final Matching matching;
  private final Breakdown breakdown;
  private final Remarks remarks;
  private final Discrepancies discrepancies;
  private final BooksProof proof;
  private final WorkList workList;
  private final Basis basis;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reconciler(
      Workspace workspace,
      Matching matching,
      Breakdown breakdown,
      Remarks remarks,
      Discrepancies discrepancies,
      BooksProof proof,
      WorkList workList,
      Basis basis,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.workspace = workspace;
    this.matching = matching;
    this.breakdown = breakdown;
    this.remarks = remarks;
    this.discrepancies = discrepancies;
    this.proof = proof;
    this.workList = workList;
    this.basis = basis;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Reconciles a year.
   *
   * @throws IllegalStateException when there is no ledger, or the proof does not add up; then
   *     nothing has changed
   */
  public void reconcile(int year) {
    transaction.executeWithoutResult(
        status -> {
          forget(year);
          workspace.layOut(year);
          refuseWithoutLedger(year);
          begin(year);
          matching.run(year);
          breakdown.write(year);
          workspace.table("record_matched");
          workspace.table("unlike");
          workspace.table("apart_in_days");
          remarks.write(year);
          discrepancies.find();
          proof.write(year);
          workList.update(year);
          workspace.close();
        });
  }

  private void forget(int year) {
    for (String table :
        List.of(
            "matched_entry", "matched_record", "matched_batch", "match_remark", "reconciliation")) {
      jdbc.sql("delete from %s where year = :year".formatted(SqlName.checked(table)))
          .param("year", year)
          .update();
    }
  }

  private void refuseWithoutLedger(int year) {
    boolean isThere =
        jdbc.sql(
                """
                select exists (
                  select
                  from delivery
                  where register = :ledger
                    and year = :year
                    and status = 'live'
                )
                """)
            .param("ledger", LEDGER)
            .param("year", year)
            .query(Boolean.class)
            .single();
    if (!isThere) {
      throw new IllegalStateException(
          "%1$d年度没有国库台账，请用 --ledger 指定文件 / there is no ledger of the treasury for year %1$d; name its files with --ledger"
              .formatted(year));
    }
  }

  private void begin(int year) {
    jdbc.sql(
            """
            insert into reconciliation
              (year, made_at, basis, records, record_fen, entries, entry_fen)
            select :year, :now, :basis, 0, 0, count(*), coalesce(sum(amount), 0)
            from entry_left
            """)
        .param("year", year)
        .param("now", OffsetDateTime.now(clock))
        .param("basis", basis.now(year))
        .update();
  }
}
