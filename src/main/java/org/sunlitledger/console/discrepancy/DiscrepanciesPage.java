package org.sunlitledger.console.discrepancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Exports;
import org.sunlitledger.console.list.ListExport;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.reconcile.decision.DiscrepancyList;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.WorkItem;

/** The discrepancies of a year. */
@Controller
final class DiscrepanciesPage {
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "kind",
          "severity",
          "source",
          "amount",
          "count",
          "since",
          "age",
          "found",
          "status",
          "as",
          "why",
          "by",
          "at",
          "approved_by",
          "approved_at");

  private final ListModel list;
  private final DiscrepancyList discrepancies;
  private final DiscrepancyTexts texts;
  private final Kinds kinds;
  private final Exports exports;

  DiscrepanciesPage(
      ListModel list,
      DiscrepancyList discrepancies,
      DiscrepancyTexts texts,
      Kinds kinds,
      Exports exports) {
    this.list = list;
    this.discrepancies = discrepancies;
    this.texts = texts;
    this.kinds = kinds;
    this.exports = exports;
  }

  @GetMapping("/{year:[0-9]{4}}/discrepancies")
  String list(
      @PathVariable int year,
      DiscrepancyQuery query,
      @RequestParam(defaultValue = "false") boolean again,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model) {
    return list.fill(model, year, query, frame, again ? list.lastTyped(frame) : TypedMass.NOTHING);
  }

  @GetMapping("/{year:[0-9]{4}}/discrepancies.{ending:xlsx|csv}")
  void file(
      @PathVariable int year,
      @PathVariable String ending,
      DiscrepancyQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    DiscrepancyWords words = texts.of(frame);
    exports.send(
        ListExport.of(
            "discrepancies " + year,
            frame.text("discrepancies.file", year),
            "discrepancies",
            COLUMNS,
            frame,
            row -> discrepancies.each(query.filter(year), item -> row.accept(cells(item, words)))),
        ending,
        person,
        request,
        response);
  }

  private List<String> cells(WorkItem item, DiscrepancyWords words) {
    boolean isCount = kinds.isCount(item.kind());
    return Stream.of(
            item.id(),
            words.kind(item.kind()),
            words.severity(item.severity()),
            item.source(),
            isCount ? "" : Fen.yuan(item.amount()).toPlainString(),
            isCount ? item.amount() : "",
            item.since(),
            words.age(item),
            item.found(),
            words.status(item.status()),
            item.resolved().map(one -> words.resolution(one.as())).orElse(""),
            item.resolved().map(WorkItem.Resolved::why).orElse(""),
            item.resolved().map(WorkItem.Resolved::by).orElse(""),
            item.resolved().map(one -> words.frame().moment(one.at())).orElse(""),
            item.approved().map(WorkItem.Approved::by).orElse(""),
            item.approved().map(one -> words.frame().moment(one.at())).orElse(""))
        .map(String::valueOf)
        .toList();
  }
}
