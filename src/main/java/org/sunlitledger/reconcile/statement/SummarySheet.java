package org.sunlitledger.reconcile.statement;

import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.proof.Reconciliation;
import org.sunlitledger.reconcile.proof.Reconciliation.Matched;
import org.sunlitledger.reconcile.proof.Reconciliation.ProofRow;
import org.sunlitledger.reconcile.statement.StatementContents.Aside;
import org.sunlitledger.reconcile.statement.StatementContents.KindCount;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet.Formula;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/**
 * The first sheet: the proof as formulas that anybody can follow, what was matched, what differs,
 * and room to sign.
 */
final class SummarySheet {
  /** Its name, by which formulas of other sheets refer to it. */
  static final String NAME = "汇总";

  /** Parts of the ledger that are named one by one. */
  static final int SHOWN_PARTS = 50;

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
    leftOut(contents.leftOut());
    proof(contents);
    sheet.blank();
    strategies(contents.reconciliation().strategies());
    sheet.blank();
    kinds(contents, kinds);
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

  /** Before all else: what the sums below are without. */
  private void leftOut(List<Aside> parts) {
    if (parts.isEmpty()) {
      return;
    }
    sheet.note(words.text("left-out.note", parts.size()));
    sheet.header(
        List.of(
            new StatementColumn(words.text("left-out.what"), 30, CellLook.TEXT),
            new StatementColumn(words.text("amount"), 18, CellLook.MONEY),
            new StatementColumn(words.text("left-out.why"), 18, CellLook.TEXT),
            new StatementColumn(words.text("left-out.by"), 18, CellLook.TEXT),
            new StatementColumn(words.text("left-out.approved"), 18, CellLook.TEXT)));
    for (Aside part : parts.subList(0, Math.min(SHOWN_PARTS, parts.size()))) {
      sheet.row(
          "[%s] %s".formatted(part.number(), part.what()),
          part.amount().<Object>map(StatementSheet::yuan).orElse(""),
          part.why(),
          part.by(),
          part.approvedBy());
    }
    if (parts.size() > SHOWN_PARTS) {
      sheet.note(words.text("left-out.more", parts.size() - SHOWN_PARTS));
    }
    sheet.blank();
  }

  private void proof(StatementContents contents) {
    Reconciliation reconciliation = contents.reconciliation();
    sheet.note(words.text("proof.note"));
    sheet.header(
        List.of(
            new StatementColumn(words.text("source"), 30, CellLook.TEXT),
            new StatementColumn(words.text("proof.records"), 18, CellLook.MONEY),
            new StatementColumn(words.text("proof.only-records"), 18, CellLook.MONEY),
            new StatementColumn(words.text("proof.only-ledger"), 18, CellLook.MONEY),
            new StatementColumn(words.text("proof.difference"), 18, CellLook.MONEY),
            new StatementColumn(words.text("proof.computed"), 18, CellLook.MONEY),
            new StatementColumn(words.text("proof.ledger"), 18, CellLook.MONEY),
            new StatementColumn(words.text("check"), 10, CellLook.CHECK)));
    int first = sheet.nextRow();
    for (ProofRow source : reconciliation.sources()) {
      sheet.row(
          cells(
                  contents.agrees(),
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
                contents.agrees(),
                all,
                sheet.sum("B", first, all.records()),
                sheet.sum("C", first, all.recordOnly()),
                sheet.sum("D", first, all.entryOnly()),
                sheet.sum("E", first, all.difference()),
                sheet.sum("G", first, all.entries()))
            .toArray());
  }

  private List<Object> cells(
      String agrees,
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
        StatementSheet.agrees("F" + row, "G" + row, agrees, proof.isBalanced()));
  }

  private void strategies(List<Matched> strategies) {
    sheet.note(words.text("matched.note"));
    sheet.header(
        List.of(
            new StatementColumn(words.text("strategy"), 30, CellLook.TEXT),
            new StatementColumn(words.text("matches"), 10, CellLook.COUNT),
            new StatementColumn(words.text("entries"), 10, CellLook.COUNT),
            new StatementColumn(words.text("records"), 10, CellLook.COUNT),
            new StatementColumn(words.text("amount"), 18, CellLook.MONEY)));
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

  private void kinds(StatementContents contents, Kinds titles) {
    List<KindCount> kinds = contents.kinds();
    sheet.note(words.text("kinds.note"));
    sheet.header(
        List.of(
            new StatementColumn(words.text("kind"), 30, CellLook.TEXT),
            new StatementColumn(words.text("severity"), 10, CellLook.TEXT),
            new StatementColumn(words.text("number"), 10, CellLook.COUNT),
            new StatementColumn(words.text("open"), 10, CellLook.COUNT),
            new StatementColumn(words.text("resolved"), 10, CellLook.COUNT),
            new StatementColumn(words.text("approved"), 10, CellLook.COUNT),
            new StatementColumn(words.text("concerned"), 18, CellLook.MONEY)));
    int first = sheet.nextRow();
    for (KindCount kind : kinds) {
      sheet.row(
          titles.title(kind.id(), true),
          words.text("severity." + kind.severity()),
          kind.number(),
          kind.open(),
          kind.resolved(),
          kind.approved(),
          titles.isCount(kind.id())
              ? words.text("concerned.count", kind.amount())
              : StatementSheet.yuan(kind.amount()));
    }
    sheet.total(
        words.text("total"),
        "",
        sheet.count("C", first, kinds.stream().mapToLong(KindCount::number).sum()),
        sheet.count("D", first, kinds.stream().mapToLong(KindCount::open).sum()),
        sheet.count("E", first, kinds.stream().mapToLong(KindCount::resolved).sum()),
        sheet.count("F", first, kinds.stream().mapToLong(KindCount::approved).sum()),
        // one entry may be of several kinds
        "");
  }
}
