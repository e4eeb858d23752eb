package org.sunlitledger.reconcile;

import java.util.List;
import org.sunlitledger.quantity.Messages;
import org.sunlitledger.reconcile.Reconciliation.Matched;
import org.sunlitledger.reconcile.Reconciliation.ProofRow;
import org.sunlitledger.reconcile.StatementContents.KindCount;
import org.sunlitledger.reconcile.StatementLooks.Look;
import org.sunlitledger.reconcile.StatementSheet.Column;
import org.sunlitledger.reconcile.StatementSheet.Formula;

/**
 * The first sheet: the proof as formulas that anybody can follow, what was matched, what differs,
 * and room to sign.
 */
final class SummarySheet {
  /** Its name, by which formulas of other sheets refer to it. */
  static final String NAME = "汇总";

  private final Messages words;
  private final StatementSheet sheet;
  private int totalRow;

  SummarySheet(Messages words, StatementSheet sheet) {
    this.words = words;
    this.sheet = sheet;
  }

  void write(StatementContents contents, String madeAt, Kinds kinds) {
    sheet.title(words.text("title", contents.year()));
    sheet.note(words.text("made", contents.office(), madeAt));
    proof(contents.reconciliation());
    sheet.blank();
    strategies(contents.reconciliation().strategies());
    sheet.blank();
    kinds(contents.kinds(), kinds);
    contents
        .reconciliation()
        .remarks()
        .forEach(remark -> sheet.note(StatementPage.remark(words, remark)));
    sheet.blank();
    sheet.note(words.text("signatures"));
  }

  /** The row of the proof's total, as formulas count. */
  int totalRow() {
    return totalRow;
  }

  private void proof(Reconciliation reconciliation) {
    sheet.note(words.text("proof.note"));
    sheet.header(
        List.of(
            new Column(words.text("source"), 30, Look.TEXT),
            new Column(words.text("proof.records"), 18, Look.MONEY),
            new Column(words.text("proof.only-records"), 18, Look.MONEY),
            new Column(words.text("proof.only-ledger"), 18, Look.MONEY),
            new Column(words.text("proof.difference"), 18, Look.MONEY),
            new Column(words.text("proof.computed"), 18, Look.MONEY),
            new Column(words.text("proof.ledger"), 18, Look.MONEY),
            new Column(words.text("check"), 10, Look.CHECK)));
    int first = sheet.nextRow();
    for (ProofRow source : reconciliation.sources()) {
      sheet.row(
          cells(
                  source,
                  StatementSheet.yuan(source.records()),
                  StatementSheet.yuan(source.recordOnly()),
                  StatementSheet.yuan(source.entryOnly()),
                  StatementSheet.yuan(source.difference()),
                  StatementSheet.yuan(source.entries()))
              .toArray());
    }
    totalRow = sheet.nextRow();
    ProofRow all = reconciliation.all();
    sheet.total(
        cells(
                all,
                sheet.sum("B", first, all.records()),
                sheet.sum("C", first, all.recordOnly()),
                sheet.sum("D", first, all.entryOnly()),
                sheet.sum("E", first, all.difference()),
                sheet.sum("G", first, all.entries()))
            .toArray());
  }

  private List<Object> cells(
      ProofRow proof,
      Object records,
      Object onlyInRecords,
      Object onlyInLedger,
      Object difference,
      Object ledger) {
    int row = sheet.nextRow();
    return List.of(
        proof.source().isEmpty() ? words.text("total") : proof.title(),
        records,
        onlyInRecords,
        onlyInLedger,
        difference,
        new Formula(
            "B%1$d-C%1$d+D%1$d+E%1$d".formatted(row), StatementSheet.yuan(proof.computed())),
        ledger,
        StatementSheet.agrees("F" + row, "G" + row, proof.isBalanced()));
  }

  private void strategies(List<Matched> strategies) {
    sheet.note(words.text("matched.note"));
    sheet.header(
        List.of(
            new Column(words.text("strategy"), 30, Look.TEXT),
            new Column(words.text("matches"), 10, Look.COUNT),
            new Column(words.text("entries"), 10, Look.COUNT),
            new Column(words.text("records"), 10, Look.COUNT),
            new Column(words.text("amount"), 18, Look.MONEY)));
    int first = sheet.nextRow();
    for (Matched strategy : strategies) {
      sheet.row(
          strategy.title(),
          strategy.matches(),
          strategy.entries(),
          strategy.records(),
          StatementSheet.yuan(strategy.fen()));
    }
    sheet.total(
        words.text("total"),
        sheet.count("B", first, strategies.stream().mapToLong(Matched::matches).sum()),
        sheet.count("C", first, strategies.stream().mapToLong(Matched::entries).sum()),
        sheet.count("D", first, strategies.stream().mapToLong(Matched::records).sum()),
        sheet.sum("E", first, strategies.stream().mapToLong(Matched::fen).sum()));
  }

  private void kinds(List<KindCount> kinds, Kinds titles) {
    sheet.note(words.text("kinds.note"));
    sheet.header(
        List.of(
            new Column(words.text("kind"), 30, Look.TEXT),
            new Column(words.text("severity"), 10, Look.TEXT),
            new Column(words.text("number"), 10, Look.COUNT),
            new Column(words.text("open"), 10, Look.COUNT),
            new Column(words.text("resolved"), 10, Look.COUNT),
            new Column(words.text("approved"), 10, Look.COUNT)));
    int first = sheet.nextRow();
    for (KindCount kind : kinds) {
      sheet.row(
          titles.title(kind.id(), true),
          words.text("severity." + kind.severity()),
          kind.number(),
          kind.open(),
          kind.resolved(),
          kind.approved());
    }
    sheet.total(
        words.text("total"),
        "",
        sheet.count("C", first, kinds.stream().mapToLong(KindCount::number).sum()),
        sheet.count("D", first, kinds.stream().mapToLong(KindCount::open).sum()),
        sheet.count("E", first, kinds.stream().mapToLong(KindCount::resolved).sum()),
        sheet.count("F", first, kinds.stream().mapToLong(KindCount::approved).sum()));
  }
}
