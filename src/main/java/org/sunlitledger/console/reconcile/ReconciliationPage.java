package org.sunlitledger.console.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.close.ready.Reconciliations;
import org.sunlitledger.close.ready.Reconciliations.ReconciliationState;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.Attachment;
import org.sunlitledger.console.list.DownloadLog;
import org.sunlitledger.console.list.PrintedAnswer;
import org.sunlitledger.reconcile.proof.ProofCheck;
import org.sunlitledger.reconcile.proof.ProofCheck.DifferingRow;
import org.sunlitledger.reconcile.proof.Reconciliation;
import org.sunlitledger.reconcile.proof.ReconciliationReader;

/** The reconciliation of a year: proof, what was matched, the ledger's files, the statement. */
@Controller
@RequestMapping("/{year:[0-9]{4}}/reconciliation")
final class ReconciliationPage {
  private final ReconciliationModel page;
  private final Reconciliations reconciliations;
  private final ReconciliationReader reader;
  private final ProofCheck check;
  private final StatementFiles statements;
  private final DownloadLog downloads;

  ReconciliationPage(
      ReconciliationModel page,
      Reconciliations reconciliations,
      ReconciliationReader reader,
      ProofCheck check,
      StatementFiles statements,
      DownloadLog downloads) {
    this.page = page;
    this.reconciliations = reconciliations;
    this.reader = reader;
    this.check = check;
    this.statements = statements;
    this.downloads = downloads;
  }

  @GetMapping
  String page(@PathVariable int year, @ModelAttribute("frame") Frame frame, Model model)
      throws IOException {
    page.fill(year, List.of(), frame, model);
    return "reconcile/page";
  }

  /**
   * The part of the page that says whether the lines still give the proof. Where something has
   * changed since the reconciliation they need not.
   */
  @GetMapping("/proof")
  String proof(
      @PathVariable int year,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      Model model) {
    Reconciliation kept = reader.of(year).orElseThrow(ReconciliationPage::notFound);
    boolean isCurrent = reconciliations.of(year) == ReconciliationState.CURRENT;
    List<DifferingRow> differing = isCurrent ? check.differing(year, kept.proof()) : List.of();
    for (DifferingRow row : differing) {
      downloads.record(
          AccessKind.PROOF_DIFFERS,
          frame.signedIn().orElseThrow(),
          request.getRemoteAddr(),
          "%d %s: %s / %s".formatted(year, row.kept().source(), row.kept(), row.found()));
    }
    model.addAttribute("isCurrent", isCurrent);
    model.addAttribute("differing", differing);
    model.addAttribute("proof", kept.proof());
    return "reconcile/check";
  }

  @GetMapping("/statement.{ending:xlsx|html}")
  void statement(
      @PathVariable int year,
      @PathVariable String ending,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    byte[] bytes = statements.of(year, ending).orElseThrow(ReconciliationPage::notFound);
    String name = "reconciliation-%d.%s".formatted(year, ending);
    downloads.record(
        AccessKind.LIST_TAKEN, frame.signedIn().orElseThrow(), request.getRemoteAddr(), name);
    if (ending.equals("html")) {
      PrintedAnswer.send(response, bytes);
      return;
    }
    Attachment.send(
        response, frame.text("reconciliation.statement.file", year), Attachment.XLSX, bytes);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
