package org.sunlitledger.reconcile.match;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.ChosenLines;

/**
 * The year's entries and records as strategies and kinds see them: views and tables of the session,
 * each named like its file in {@code sql/reconciliation}, for one transaction.
 */
@Component
public final class Workspace {
  private static final String FOLDER = "sql/reconciliation/";

  private final Definitions definitions;
  private final JdbcClient jdbc;
  private final ChosenLines chosen;
  private final ReconciledLines lines;

  Workspace(Definitions definitions, JdbcClient jdbc, ChosenLines chosen, ReconciledLines lines) {
    this.definitions = definitions;
    this.jdbc = jdbc;
    this.chosen = chosen;
    this.lines = lines;
  }

  /** Shows the entries and records of a year to a reader that reads each of them once. */
  public void show(int year) {
    choose(year);
    view("payment_line");
    view("subsidy_line");
    view("entry");
    view("record");
  }

  /** Lays out a year: all of its entries and records are left to be matched. */
  public void layOut(int year) {
    choose(year);
    table("payment_line");
    table("subsidy_line");
    view("entry");
    view("record");
    view("record_unmatched");
    table("entry_left");
    jdbc.sql("create temporary view record_left as select * from record_unmatched").update();
    table("voucher_record_left");
    view("voucher_entry_left");
  }

  private void choose(int year) {
    lines.showOtherYears();
    // what is made here is read a few times: rough statistics will do
    jdbc.sql("set local default_statistics_target = 20").update();
    // none of it has an index: where the planner expects one row, it would read a table again for
    // each of thousands
    jdbc.sql("set local enable_nestloop = off").update();
    SqlFile thisYear = definition("this_year");
    thisYear.run(
        () ->
            jdbc.sql("create temporary table this_year as " + thisYear.sql())
                .param("year", year)
                .update());
    for (String register : ReconciledLines.REGISTERS) {
      chosen.show(
          "chosen_" + register,
          ChosenLines.selects(
              register, "r.verdict = 'a'", Map.of(year, deliveries(register, year))));
    }
    table("plan");
    table("payee_name");
  }

  /** Puts the records left together to batches. */
  void gatherBatches() {
    table("batch_left");
  }

  /** Lets the batches that are left fall apart: from now on single records are left. */
  void breakUpBatches() {
    jdbc.sql("drop view voucher_entry_left").update();
    drop("voucher_record_left");
    table("record_rest");
    jdbc.sql("drop view record_left").update();
    jdbc.sql("alter table record_rest rename to record_left").update();
    // few are left, and thirty queries to come would read the places of all the others
    table("entry_rest");
    drop("entry_left");
    jdbc.sql("alter table entry_rest rename to entry_left").update();
    view("near_pair");
    view("same_reference");
  }

  /** The tables of records left, from which what is matched must be taken out. */
  List<String> tablesOfRecordsLeft() {
    return jdbc.sql(
            """
            select relname
            from pg_class
            where relnamespace = pg_my_temp_schema()
              and relkind = 'r'
              and relname in ('record_left', 'voucher_record_left')
            order by relname
            """)
        .query(String.class)
        .list();
  }

  /** Makes the table of a file. */
  public void table(String name) {
    table(name, definition(name));
  }

  /** Clears it away. */
  public void close() {
    jdbc.sql("discard temp").update();
  }

  private SqlFile definition(String name) {
    String path = FOLDER + name + ".sql";
    return SqlFile.parse(path, definitions.text(path));
  }

  private void view(String name) {
    SqlFile file = definition(name);
    file.run(
        () ->
            jdbc.sql("create temporary view %s as %s".formatted(SqlName.checked(name), file.sql()))
                .update());
  }

  /** Makes a table of a definition's query. */
  public void table(String name, SqlFile file) {
    file.run(() -> table(name, file.sql()));
  }

  /** Makes a table of a query, with statistics: without them the planner takes it for small. */
  public void table(String name, String query) {
    jdbc.sql("create temporary table %s as %s".formatted(SqlName.checked(name), query)).update();
    jdbc.sql("analyze " + SqlName.checked(name)).update();
  }

  public void drop(String table) {
    jdbc.sql("drop table " + SqlName.checked(table)).update();
  }

  private List<Long> deliveries(String register, int year) {
    return jdbc.sql(
            """
            select id
            from delivery
            where register = :register
              and year = :year
              and status = 'live'
            order by id
            """)
        .param("register", register)
        .param("year", year)
        .query(Long.class)
        .list();
  }
}
