package org.sunlitledger.reconcile.proof;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.match.Workspace;

/**
 * The proof, per source and in all: records − only in records + only in ledger ± differences =
 * ledger, to the fen; and within each match the two sides have the same sum.
 */
@Component
final class BooksProof {
  private final Workspace workspace;
  private final JdbcClient jdbc;

  BooksProof(Workspace workspace, JdbcClient jdbc) {
    this.workspace = workspace;
    this.jdbc = jdbc;
  }

  /**
   * Writes it.
   *
   * @throws IllegalStateException when it does not add up; that is a fault of the program
   */
  void write(int year) {
    workspace.table("proof");
    refuse(
        jdbc.sql(
                """
                select concat('source ', source, ': ', record_fen, ' - ', record_only_fen, ' + ',
                  entry_only_fen, ' + ', difference_fen, ' <> ', entry_fen)
                from proof
                where record_fen - record_only_fen + entry_only_fen + difference_fen <> entry_fen
                order by source
                """)
            .query(String.class)
            .list());
    refuse(
        jdbc.sql(
                """
                select concat('match ', match, ': ', sum_fen(fen))
                from (
                  select match, amount as fen from matched_entry where year = :year
                  union all
                  select match, -amount from matched_record where year = :year
                  union all
                  select match, -amount from matched_batch where year = :year
                ) side
                group by match
                having sum_fen(fen) <> 0
                order by match
                limit 10
                """)
            .param("year", year)
            .query(String.class)
            .list());
    jdbc.sql(
            """
            insert into reconciliation_proof
              (year, source, record_fen, record_only_fen, entry_only_fen, difference_fen, entry_fen)
            select :year, source, record_fen, record_only_fen, entry_only_fen, difference_fen,
              entry_fen
            from proof
            """)
        .param("year", year)
        .update();
  }

  private static void refuse(List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "对账不平，属程序错误，未保存任何结果 / the reconciliation does not add up; this is a fault of the "
              + "program, and nothing was kept: "
              + String.join("; ", wrong));
    }
  }
}
