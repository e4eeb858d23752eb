package org.sunlitledger.reconcile;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.sunlitledger.quantity.Fen;
import org.sunlitledger.quantity.Messages;
import org.sunlitledger.reconcile.Reconciliation.Matched;
import org.sunlitledger.reconcile.Reconciliation.ProofRow;
import org.sunlitledger.reconcile.StatementContents.Aside;
import org.sunlitledger.reconcile.StatementContents.KindCount;
import org.sunlitledger.report.HtmlText;

/** The summary of a statement as one page to print, sign and stamp. */
final class StatementPage {
  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 15mm; }
      body { max-width: 267mm; margin: 10mm auto; color: #000; background: #fff;
        font: 10.5pt/16pt FangSong_GB2312, FangSong, "仿宋", "Noto Serif CJK SC", serif; }
      h1 { margin: 0 0 4pt; text-align: center;
        font: 18pt/26pt "方正小标宋简体", "Noto Serif CJK SC", SimSun, serif; }
      h2 { margin: 12pt 0 4pt; font: 12pt/18pt SimHei, "黑体", "Noto Sans CJK SC", sans-serif; }
      p { margin: 0; }
      p.made { text-align: center; }
      table { width: 100%; border-collapse: collapse; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      th, td { padding: 2pt 5pt; border: 0.5pt solid #000; text-align: left; }
      th { text-align: center; font-weight: bold; }
      td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      tr.total td { font-weight: bold; }
      .signatures { display: flex; justify-content: space-between; margin-top: 28pt;
        break-inside: avoid; }
      .signatures span { flex: 1; padding-bottom: 30pt; }
      @media print { body { margin: 0; } }
      """;

  private final Messages words;
  private final StatementContents contents;
  private final Kinds kinds;
  private final String madeAt;
  private final StringBuilder html = new StringBuilder();

  StatementPage(Messages words, StatementContents contents, Kinds kinds, String madeAt) {
    this.words = words;
    this.contents = contents;
    this.kinds = kinds;
    this.madeAt = madeAt;
  }

  byte[] html() {
    String title = words.text("title", contents.year());
    html.append("<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(HtmlText.escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n<body>\n");
    element("h1", title);
    element("p class=\"made\"", words.text("made", contents.office(), madeAt));
    leftOut();
    proof();
    strategies();
    kinds();
    remarks();
    signatures();
    risks();
    return html.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void leftOut() {
    List<Aside> parts = contents.leftOut();
    if (parts.isEmpty()) {
      return;
    }
    element("h2", words.text("left-out.note", parts.size()));
    header("left-out.what", "amount", "left-out.why", "left-out.by", "left-out.approved");
    for (Aside part : parts.subList(0, Math.min(SummarySheet.SHOWN, parts.size()))) {
      row(
          "",
          List.of(
              "[%s] %s".formatted(part.number(), part.what()),
              part.amount().<Object>map(Yuan::new).orElse(""),
              part.why(),
              part.by(),
              part.approvedBy()));
    }
    html.append("</table>\n");
    if (parts.size() > SummarySheet.SHOWN) {
      element("p", words.text("left-out.more", parts.size() - SummarySheet.SHOWN));
    }
  }

  private void proof() {
    element("h2", words.text("proof.note"));
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
    found.sources().forEach(source -> row("", cells(source)));
    row(" class=\"total\"", cells(found.all()));
    html.append("</table>\n");
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
    element("h2", words.text("matched.note"));
    header("strategy", "matches", "entries", "records", "amount");
    for (Matched strategy : contents.reconciliation().strategies()) {
      row(
          "",
          List.of(
              strategy.title(),
              strategy.matches(),
              strategy.entries(),
              strategy.records(),
              new Yuan(strategy.fen())));
    }
    html.append("</table>\n");
  }

  private void kinds() {
    element("h2", words.text("kinds.note"));
    if (contents.kinds().isEmpty()) {
      element("p", words.text(contents.leftOut().isEmpty() ? "kinds.none" : "kinds.none-of-read"));
      return;
    }
    header("kind", "severity", "number", "open", "resolved", "approved");
    for (KindCount kind : contents.kinds()) {
      row(
          "",
          List.of(
              kinds.title(kind.id(), true),
              words.text("severity." + kind.severity()),
              kind.number(),
              kind.open(),
              kind.resolved(),
              kind.approved()));
    }
    html.append("</table>\n");
  }

  private void remarks() {
    for (Reconciliation.Remarked remark : contents.reconciliation().remarks()) {
      element("p", remark(words, remark));
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
    element("h2", words.text("risks.title", contents.year()));
    element("p", words.text("risks.note"));
    risks.forEach(risk -> element("p", RiskSheet.sentence(words, risk)));
  }

  private void signatures() {
    html.append("<div class=\"signatures\">");
    for (String who : List.of("maker", "checker", "head", "date", "seal")) {
      html.append("<span>").append(words.text("sign." + who)).append("：</span>");
    }
    html.append("</div>\n");
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
    html.append("<table>\n<thead><tr>");
    for (String key : keys) {
      element("th", words.text(key));
    }
    html.append("</tr></thead>\n");
  }

  private void row(String attributes, List<Object> cells) {
    html.append("<tr").append(attributes).append('>');
    for (Object cell : cells) {
      element(cell instanceof String ? "td" : "td class=\"number\"", String.valueOf(cell));
    }
    html.append("</tr>\n");
  }

  private void element(String open, String text) {
    html.append('<')
        .append(open)
        .append('>')
        .append(HtmlText.escaped(text))
        .append("</")
        .append(open.split(" ", 2)[0])
        .append(open.startsWith("t") ? ">" : ">\n");
  }
}
