package org.sunlitledger.cli.reconcile;

import java.io.PrintWriter;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.proof.Reconciliation;

/** Shows the result of a reconciliation; the proof is a table that anyone can add up. */
public final class ReconciliationScreen {
  private final Session session;
  private final Messages sentences;
  private final PrintWriter out;

  public ReconciliationScreen(Session session, PrintWriter out) {
    this.session = session;
    this.sentences = sentences(session);
    this.out = out;
  }

  /** The sentences about the year's end, in the language of the session. */
  public static Messages sentences(Session session) {
    return session.messages().isChinese()
        ? Messages.chinese("year-end")
        : Messages.english("year-end");
  }

  /**
   * Shows the sides, the proof and the discrepancies.
   *
   * @param leftOut parts of the ledger that were set aside
   */
  public void show(int year, Reconciliation reconciliation, int leftOut) {
    out.println(
        sentences.text(
            "year-end.sides",
            reconciliation.records(),
            yuan(reconciliation.recordFen()),
            reconciliation.entries(),
            yuan(reconciliation.entryFen())));
    ledger(reconciliation);
    matched(reconciliation);
    discrepancies(year, reconciliation, leftOut);
    remarks(reconciliation);
    proof(reconciliation);
    out.println();
    risks(reconciliation);
  }

  /** A file that was forgotten is missing here; a column that is empty is not compared. */
  private void ledger(Reconciliation reconciliation) {
    for (Reconciliation.LedgerFile file : reconciliation.ledger()) {
      out.println(
          "  "
              + sentences.text(
                  "year-end.file",
                  file.name(),
                  file.entries(),
                  yuan(file.fen()),
                  file.first(),
                  file.last()));
      if (file.withoutProject() > 0) {
        out.println("    " + sentences.text("year-end.file.no-project", file.withoutProject()));
      }
      if (file.withoutDocument() > 0) {
        out.println("    " + sentences.text("year-end.file.no-document", file.withoutDocument()));
      }
    }
  }

  private void matched(Reconciliation reconciliation) {
    Listing listing = new Listing("matched", "entries", "records", "yuan");
    for (Reconciliation.Matched strategy : reconciliation.strategies()) {
      listing.add(
          chinese() ? strategy.title() : strategy.titleEn(),
          strategy.entries(),
          strategy.records(),
          yuan(strategy.fen()));
    }
    out.println();
    listing.print(out, sentences, false);
  }

  private void discrepancies(int year, Reconciliation reconciliation, int leftOut) {
    out.println();
    if (reconciliation.found().isEmpty()) {
      out.println(
          leftOut == 0
              ? sentences.text("year-end.none")
              : sentences.text("year-end.none-of-read", leftOut));
      return;
    }
    Kinds kinds = session.the(Kinds.class);
    Listing listing = new Listing("discrepancy", "severity", "count", "open", "yuan");
    for (Reconciliation.FoundKind kind : reconciliation.found()) {
      listing.add(
          kinds.label(kind.kind(), chinese()),
          sentences.text("severity." + kind.severity()),
          kind.count(),
          kind.open(),
          kinds.isCount(kind.kind())
              ? sentences.text("year-end.count", kind.amount())
              : yuan(kind.amount()));
    }
    listing.print(out, sentences, false);
    out.println(sentences.text("year-end.list", year));
  }

  private void remarks(Reconciliation reconciliation) {
    for (Reconciliation.Remarked remark : reconciliation.remarks()) {
      out.println(
          sentences.text(
              "year-end.remark." + remark.remark(),
              remark.count(),
              yuan(remark.amount()),
              remark.days()));
    }
  }

  private void risks(Reconciliation reconciliation) {
    for (Reconciliation.Risk risk : reconciliation.risks()) {
      String title = chinese() ? risk.title() : risk.titleEn();
      if (!risk.missing().isEmpty()) {
        String columns = chinese() ? risk.missing() : risk.missingEn();
        out.println(sentences.text("year-end.risk.not-checked", title, columns));
      } else if (risk.items() > 0) {
        out.println(sentences.text("year-end.risk", title, risk.items(), risk.lines()));
      }
    }
  }

  private void proof(Reconciliation reconciliation) {
    Listing listing =
        new Listing("source", "proof_records", "record_only", "entry_only", "difference", "ledger");
    for (Reconciliation.ProofRow row : reconciliation.proof()) {
      listing.add(
          row.source().isEmpty() ? sentences.text("year-end.all") : row.title(),
          yuan(row.records()),
          yuan(row.recordOnly()),
          yuan(row.entryOnly()),
          yuan(row.difference()),
          yuan(row.entries()));
    }
    out.println();
    out.println(sentences.text("year-end.proof"));
    listing.print(out, sentences, false);
  }

  private boolean chinese() {
    return session.messages().isChinese();
  }

  private static String yuan(long fen) {
    return "%,.2f".formatted(Fen.yuan(fen));
  }
}
