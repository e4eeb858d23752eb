package org.sunlitledger.reconcile.statement;

import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.statement.StatementContents.CategorySum;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet.Formula;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/** The records by source and category; together they are those of the summary. */
final class CategorySheet {
  private final Messages words;
  private final StatementSheet sheet;

  CategorySheet(Messages words, StatementSheet sheet) {
    this.words = words;
    this.sheet = sheet;
  }

  /**
   * Writes it.
   *
   * @param totalRow the row of the summary that holds the proof's total
   */
  void write(StatementContents contents, int totalRow) {
    sheet.title(words.text("categories.title", contents.year()));
    sheet.header(
        List.of(
            new StatementColumn(words.text("source"), 18, CellLook.TEXT),
            new StatementColumn(words.text("category"), 22, CellLook.TEXT),
            new StatementColumn(words.text("records"), 12, CellLook.COUNT),
            new StatementColumn(words.text("amount"), 20, CellLook.MONEY),
            new StatementColumn(words.text("unmatched"), 12, CellLook.COUNT),
            new StatementColumn(words.text("unmatched.amount"), 20, CellLook.MONEY),
            new StatementColumn(words.text("matched.share"), 12, CellLook.PERCENT)));
    sheet.keepInSight();
    int first = sheet.nextRow();
    for (CategorySum category : contents.categories()) {
      sheet.row(
          category.source(),
          category.category(),
          category.records(),
          StatementSheet.yuan(category.amount()),
          category.unmatched(),
          StatementSheet.yuan(category.left()),
          share(category.amount(), category.left()));
    }
    total(contents.categories(), first);
    check(contents, totalRow);
  }

  private void total(List<CategorySum> all, int first) {
    long amount = all.stream().mapToLong(CategorySum::amount).sum();
    long left = all.stream().mapToLong(CategorySum::left).sum();
    sheet.total(
        words.text("total"),
        "",
        sheet.count("C", first, all.stream().mapToLong(CategorySum::records).sum()),
        sheet.sum("D", first, amount),
        sheet.count("E", first, all.stream().mapToLong(CategorySum::unmatched).sum()),
        sheet.sum("F", first, left),
        share(amount, left));
  }

  private void check(StatementContents contents, int totalRow) {
    int own = sheet.nextRow() - 1;
    long amount = contents.categories().stream().mapToLong(CategorySum::amount).sum();
    long records = contents.reconciliation().all().records();
    String summary = "%s!B%d".formatted(SummarySheet.NAME, totalRow);
    sheet.row(
        words.text("categories.summary"),
        "",
        "",
        new Formula(summary, StatementSheet.yuan(records)),
        "",
        "",
        StatementSheet.agrees("D" + own, summary, contents.agrees(), amount == records));
  }

  /** How much of an amount was matched. */
  private Formula share(long amount, long left) {
    int row = sheet.nextRow();
    return StatementSheet.ratio("D%1$d-F%1$d".formatted(row), "D" + row, amount - left, amount);
  }
}
