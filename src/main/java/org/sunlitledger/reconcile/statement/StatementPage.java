package org.sunlitledger.reconcile.statement;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.proof.Reconciliation;
import org.sunlitledger.reconcile.proof.Reconciliation.Matched;
import org.sunlitledger.reconcile.proof.Reconciliation.ProofRow;
import org.sunlitledger.reconcile.statement.StatementContents.Aside;
import org.sunlitledger.reconcile.statement.StatementContents.KindCount;
import org.sunlitledger.report.PrintedPage;

/** The summary of a statement as one page to print, sign and stamp. */
final class StatementPage {
  private final Messages words;
  private final StatementContents contents;
  private final Kinds kinds;
  private final String madeAt;
  private final PrintedPage page;

  StatementPage(Messages words, StatementContents contents, Kinds kinds, String madeAt) {
    this.words = words;
    this.contents = contents;
    this.kinds = kinds;
    this.madeAt = madeAt;
    this.page = new PrintedPage(words.text("title", contents.year()));
  }

  byte[] html() {
    page.made(words.text("made", contents.office(), madeAt));
    ledger();
    leftOut();
    proof();
    strategies();
    kinds();
    remarks();
    signatures();
    risks();
    return page.bytes();
  }

  private void ledger() {
    for (Reconciliation.LedgerFile file : contents.reconciliation().ledger()) {
      String said =
          words.text(
              "ledger.file",
              file.name(),
              file.entries(),
              new Yuan(file.fen()),
              file.first(),
              file.last());
      if (file.withoutProject() > 0) {
        said += "；" + words.text("ledger.no-project", file.withoutProject());
      }
      if (file.withoutDocument() > 0) {
        said += "；" + words.text("ledger.no-document", file.withoutDocument());
      }
      page.paragraph(said);
    }
  }

  private void leftOut() {
    List<Aside> parts = contents.leftOut();
    if (parts.isEmpty()) {
      return;
    }
    page.heading(words.text("left-out.note", parts.size()));
    header("left-out.what", "amount", "left-out.why", "left-out.by", "left-out.approved");
    for (Aside part : parts.subList(0, Math.min(SummarySheet.SHOWN_PARTS, parts.size()))) {
      page.row(
          List.of(
              "[%s] %s".formatted(part.number(), part.what()),
              part.amount().<Object>map(Yuan::new).orElse(words.text("left-out.unknown")),
              part.why(),
              part.by(),
              part.approvedBy()));
    }
    page.endOfTable();
    if (parts.size() > SummarySheet.SHOWN_PARTS) {
      page.paragraph(words.text("left-out.more", parts.size() - SummarySheet.SHOWN_PARTS));
    }
  }

  private void proof() {
    page.heading(words.text("proof.note"));
    Reconciliation found = contents.reconciliation();
    header(
        "source",
        "proof.records",
        "proof.only-records",
        "proof.only-ledger",
        "proof.difference",
        "proof.computed",
        "proof.ledger",
        "check");
    found.sources().forEach(source -> page.row(cells(source)));
    page.totalRow(cells(found.all()));
    page.endOfTable();
  }

  private List<Object> cells(ProofRow proof) {
    return List.of(
        proof.source().isEmpty() ? words.text("total") : proof.title(),
        new Yuan(proof.records()),
        new Yuan(proof.recordOnly()),
        new Yuan(proof.entryOnly()),
        new Yuan(proof.difference()),
        new Yuan(proof.computed()),
        new Yuan(proof.entries()),
        proof.isBalanced() ? contents.agrees() : StatementSheet.DIFFERS);
  }

  private void strategies() {
    page.heading(words.text("matched.note"));
    List<Matched> used =
        contents.reconciliation().strategies().stream()
            .filter(strategy -> strategy.matches() > 0)
            .toList();
    if (used.isEmpty()) {
      page.paragraph(words.text("matched.none"));
      return;
    }
    header("strategy", "matches", "entries", "records", "amount");
    for (Matched strategy : used) {
      page.row(
          List.of(
              strategy.title(),
              strategy.matches(),
              strategy.entries(),
              strategy.records(),
              new Yuan(strategy.fen())));
    }
    page.endOfTable();
  }

  private void kinds() {
    page.heading(words.text("kinds.note"));
    if (contents.kinds().isEmpty()) {
      page.paragraph(
          words.text(contents.leftOut().isEmpty() ? "kinds.none" : "kinds.none-of-read"));
      return;
    }
    header("kind", "severity", "number", "open", "resolved", "approved", "concerned");
    for (KindCount kind : contents.kinds()) {
      page.row(
          List.of(
              kinds.title(kind.id(), true),
              words.text("severity." + kind.severity()),
              kind.number(),
              kind.open(),
              kind.resolved(),
              kind.approved(),
              kinds.isCount(kind.id())
                  ? words.text("concerned.count", kind.amount())
                  : new Yuan(kind.amount())));
    }
    page.endOfTable();
  }

  private void remarks() {
    for (Reconciliation.Remarked remark : contents.reconciliation().remarks()) {
      page.paragraph(remark(words, remark));
    }
  }

  /** What matches show for information, in a sentence. */
  static String remark(Messages words, Reconciliation.Remarked remark) {
    return words.text(
        "remarks.note", words.text("remarks." + remark.remark(), remark.count(), remark.days()));
  }

  /** The annex, below the signatures: it accuses nobody. */
  private void risks() {
    List<Reconciliation.Risk> risks = contents.reconciliation().risks();
    if (risks.isEmpty()) {
      return;
    }
    page.heading(words.text("risks.title", contents.year()));
    page.paragraph(words.text("risks.note"));
    risks.forEach(risk -> page.paragraph(RiskSheet.sentence(words, risk)));
  }

  private void signatures() {
    page.signatures(
        Stream.of("maker", "checker", "head", "date", "seal")
            .map(who -> words.text("sign." + who))
            .toList());
  }

  /** An amount of fen. */
  private record Yuan(long fen) {
    @Override
    public String toString() {
      return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
          .format(Fen.yuan(fen));
    }
  }

  private void header(String... keys) {
    page.header(Arrays.stream(keys).map(key -> words.text(key)).toList());
  }
}
