package org.sunlitledger.console.discrepancy;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.DecisionNote;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.decision.Signature;
import org.sunlitledger.reconcile.decision.DiscrepancyPages;
import org.sunlitledger.reconcile.discrepancy.WorkItem;

/** Puts together what the page of a discrepancy shows. */
@Component
class DiscrepancyModel {
  private final DiscrepancyPages pages;
  private final DiscrepancySides sides;
  private final DiscrepancyTexts texts;
  private final AuditTrail audit;
  private final ClosedYears closed;
  private final PageWords words;

  DiscrepancyModel(
      DiscrepancyPages pages,
      DiscrepancySides sides,
      DiscrepancyTexts texts,
      AuditTrail audit,
      ClosedYears closed,
      PageWords words) {
    this.pages = pages;
    this.sides = sides;
    this.texts = texts;
    this.audit = audit;
    this.closed = closed;
    this.words = words;
  }

  /** The discrepancy of that number and year. */
  WorkItem get(int year, long id) {
    return pages
        .find(id)
        .filter(item -> item.year() == year)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  String fill(Model model, WorkItem item, Frame frame, DecisionNote note, TypedResolution typed) {
    SignedIn person = frame.signedIn().orElseThrow();
    Optional<String> office = Optional.ofNullable(person.office());
    model.addAttribute("item", item);
    model.addAttribute("words", texts.of(frame));
    model.addAttribute("audit", words.audit(frame));
    model.addAttribute("sources", pages.sourcesOf(item));
    model.addAttribute("sides", sides.of(item, person));
    model.addAttribute("history", audit.of(item.id()));
    model.addAttribute(
        "rights",
        new DecisionRights(
            closed.freezing(item.year()),
            office,
            office.isEmpty() || pages.isOf(item.id(), office.get()),
            isOwn(item, person)));
    model.addAttribute("lastReason", lastReason(frame));
    model.addAttribute("note", note);
    model.addAttribute("typed", typed);
    return "discrepancy/discrepancy";
  }

  /** The form with the reason that the reader gave last. */
  TypedResolution lastTyped(Frame frame) {
    return new TypedResolution("", lastReason(frame).orElse(""), "");
  }

  private Optional<String> lastReason(Frame frame) {
    return pages.lastReason(Signature.of(frame.signedIn().orElseThrow().name()).name());
  }

  /** Whether somebody resolved it; names are compared as for approvals. */
  static boolean isOwn(WorkItem item, SignedIn person) {
    return item.resolved()
        .filter(resolved -> new Signature(resolved.by()).isSamePerson(Signature.of(person.name())))
        .isPresent();
  }
}
