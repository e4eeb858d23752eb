package org.sunlitledger.console.discrepancy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sunlitledger.close.ready.Reconciliations;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.ListPage;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.decision.Signature;
import org.sunlitledger.reconcile.decision.DiscrepancyFilter;
import org.sunlitledger.reconcile.decision.DiscrepancyPages;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Status;

/** Puts together what the list of discrepancies shows. */
@Component
class ListModel {
  private final DiscrepancyPages pages;
  private final DiscrepancyTexts texts;
  private final Reconciliations reconciliations;
  private final ClosedYears closed;

  ListModel(
      DiscrepancyPages pages,
      DiscrepancyTexts texts,
      Reconciliations reconciliations,
      ClosedYears closed) {
    this.pages = pages;
    this.texts = texts;
    this.reconciliations = reconciliations;
    this.closed = closed;
  }

  String fill(Model model, int year, DiscrepancyQuery query, Frame frame, TypedMass typed) {
    DiscrepancyFilter filter = query.filter(year);
    model.addAttribute("year", year);
    model.addAttribute("filter", filter);
    model.addAttribute("order", query.order());
    model.addAttribute("words", texts.of(frame));
    model.addAttribute("sources", pages.sources(year));
    model.addAttribute("kinds", pages.kinds(filter.ofEveryKind()));
    model.addAttribute("sum", pages.sum(filter));
    model.addAttribute(
        "open", filter.kind().isEmpty() ? 0L : pages.sum(filter.of(Status.OPEN)).number());
    model.addAttribute("reconciliation", reconciliations.of(year));
    model.addAttribute("close", closed.freezing(year));
    model.addAttribute("lastReason", lastReason(frame));
    model.addAttribute("typed", typed);
    model.addAttribute(
        "page",
        ListPage.of(
            pages.page(filter, query.order(), query.slice().after(), query.slice().read()),
            query.slice(),
            query.address(year),
            WorkItem::id));
    return "discrepancy/discrepancies";
  }

  /** The form for many with the reason that the reader gave last. */
  TypedMass lastTyped(Frame frame) {
    return new TypedMass(List.of(), false, "", lastReason(frame).orElse(""), "");
  }

  private Optional<String> lastReason(Frame frame) {
    return pages.lastReason(Signature.of(frame.signedIn().orElseThrow().name()).name());
  }
}
