package org.sunlitledger.reconcile.statement;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.proof.Reconciliation.Risk;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/** The annex: what deserves a look, rule by rule, with its basis and its lines. */
final class RiskSheet {
  /** Lines of a rule that are shown; how many there are is in the first table. */
  private static final int SHOWN_RISKS = 1_000;

  private static final int FETCH = 500;
  private static final String LINES =
      """
      select k.title_zh, r.found, regexp_replace(r.name, '.*/', '') || ':' || r.line, r.amount, r.side
      from risk_rule k
      cross join lateral (
        select l.*, d.name
        from risk_line l
        left join delivery d on d.id = l.delivery_id
        where l.year = k.year
          and l.rule = k.rule
        order by l.key, l.side, d.name, l.delivery_id, l.line
        limit :shown
      ) r
      where k.year = :year
      order by k.position, r.key, r.side, r.name, r.delivery_id, r.line
      """;

  private final Messages words;
  private final StatementSheet sheet;
  private final JdbcClient jdbc;

  RiskSheet(Messages words, StatementSheet sheet, JdbcClient jdbc) {
    this.words = words;
    this.sheet = sheet;
    this.jdbc = jdbc;
  }

  void write(StatementContents contents) {
    sheet.title(words.text("risks.title", contents.year()));
    sheet.note(words.text("risks.note"));
    for (Risk risk : contents.reconciliation().risks()) {
      sheet.note(sentence(words, risk));
    }
    sheet.header(
        List.of(
            new StatementColumn(words.text("risks.rule"), 34, CellLook.TEXT),
            new StatementColumn(words.text("found"), 60, CellLook.TEXT),
            new StatementColumn(words.text("risks.line"), 34, CellLook.TEXT),
            new StatementColumn(words.text("amount"), 18, CellLook.MONEY),
            new StatementColumn(words.text("count"), 10, CellLook.COUNT)));
    sheet.keepInSight();
    try (Stream<Object[]> rows =
        jdbc
            .sql(LINES)
            .param("year", contents.year())
            .param("shown", SHOWN_RISKS)
            .withFetchSize(FETCH)
            .query(
                (row, number) -> {
                  boolean isCount = row.getString(5).isEmpty();
                  return new Object[] {
                    row.getString(1),
                    row.getString(2),
                    isCount ? "" : row.getString(3),
                    isCount ? "" : StatementSheet.yuan(row.getLong(4)),
                    isCount ? row.getLong(4) : ""
                  };
                })
            .stream()) {
      rows.forEach(sheet::row);
    }
  }

  /** What a rule has found, or why it was not checked, in a sentence. */
  static String sentence(Messages words, Risk risk) {
    return risk.missing().isEmpty()
        ? words.text("risks.found", risk.title(), risk.items(), risk.lines(), risk.basis())
        : words.text("risks.not-checked", risk.title(), risk.missing(), risk.basis());
  }
}
