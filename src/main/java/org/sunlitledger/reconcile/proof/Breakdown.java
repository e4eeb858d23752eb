package org.sunlitledger.reconcile.proof;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.reconcile.match.Workspace;

/** What was matched, by source and category, and plan against payment by project. */
@Component
final class Breakdown {
  private final Workspace workspace;
  private final JdbcClient jdbc;

  Breakdown(Workspace workspace, JdbcClient jdbc) {
    this.workspace = workspace;
    this.jdbc = jdbc;
  }

  /** Writes them, while what no strategy has matched is still left. */
  void write(int year) {
    workspace.table("category");
    jdbc.sql(
            """
            insert into reconciliation_category
              (year, source, category, records, record_fen, unmatched, unmatched_fen)
            select :year, source, category, records, record_fen, unmatched, unmatched_fen
            from category
            """)
        .param("year", year)
        .update();
    jdbc.sql(
            """
            update reconciliation
            set records = (select coalesce(sum(records), 0) from category),
              record_fen = (select coalesce(sum(record_fen), 0) from category)
            where year = :year
            """)
        .param("year", year)
        .update();
    workspace.table("project_payment");
    jdbc.sql(
            """
            insert into reconciliation_project
              (year, project_code, project_name, category, planned_fen, earlier_fen, record_fen,
                entry_fen)
            select :year, project_code, project_name, category, planned_fen, earlier_fen,
              record_fen, entry_fen
            from project_payment
            """)
        .param("year", year)
        .update();
  }
}
