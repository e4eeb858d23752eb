package org.sunlitledger.reconcile.statement;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.proof.Reconciliation.Remarked;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/** What matches show for information, a row an entry: nobody has to decide on it. */
final class RemarkSheet {
  /** Rows it has at most; the first line says how many there are. */
  private static final int SHOWN_REMARKS = 10_000;

  private static final int FETCH = 500;
  private static final String ROWS =
      """
      select remark, match, regexp_replace(name, '.*/', '') || ':' || line, amount, found, days
      from (
        select r.*, d.name
        from match_remark r
        join delivery d on d.id = r.delivery_id
        where r.year = :year
        order by r.remark desc, r.days desc, d.name, r.line
        limit :shown
      ) shown
      order by remark desc, days desc, name, line
      """;

  private final Messages words;
  private final StatementSheet sheet;
  private final JdbcClient jdbc;

  RemarkSheet(Messages words, StatementSheet sheet, JdbcClient jdbc) {
    this.words = words;
    this.sheet = sheet;
    this.jdbc = jdbc;
  }

  void write(StatementContents contents) {
    long all = contents.reconciliation().remarks().stream().mapToLong(Remarked::count).sum();
    sheet.title(words.text("remarks.title", contents.year()));
    if (all > SHOWN_REMARKS) {
      sheet.note(words.text("remarks.shown", all, SHOWN_REMARKS));
    }
    sheet.header(
        List.of(
            new StatementColumn(words.text("remark"), 16, CellLook.TEXT),
            new StatementColumn(words.text("match"), 10, CellLook.COUNT),
            new StatementColumn(words.text("matches.entries"), 34, CellLook.TEXT),
            new StatementColumn(words.text("matches.entries.amount"), 18, CellLook.MONEY),
            new StatementColumn(words.text("found"), 50, CellLook.TEXT),
            new StatementColumn(words.text("days"), 10, CellLook.COUNT)));
    sheet.keepInSight();
    try (Stream<Object[]> rows =
        jdbc
            .sql(ROWS)
            .param("year", contents.year())
            .param("shown", SHOWN_REMARKS)
            .withFetchSize(FETCH)
            .query(
                (row, number) ->
                    new Object[] {
                      words.text("remark." + row.getString(1)),
                      row.getInt(2),
                      row.getString(3),
                      StatementSheet.yuan(row.getLong(4)),
                      row.getString(5),
                      row.getInt(6)
                    })
            .stream()) {
      rows.forEach(sheet::row);
    }
  }
}
