package org.sunlitledger.console.delivery;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.console.frame.DecisionNote;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.decision.Signature;
import org.sunlitledger.intake.inbox.AcceptanceQuestions;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.view.DeliveryDetails;
import org.sunlitledger.view.ListedDelivery;

/** Puts together what the page of a delivery shows. */
@Component
class DeliveryModel {
  /** More are decided after these. */
  private static final int SHOWN_ITEMS = 200;

  private static final int SHOWN_FINDINGS = 10;

  private final DeliveryDetails details;
  private final Findings findings;
  private final OpenItems items;
  private final AcceptanceQuestions questions;
  private final PageWords words;

  DeliveryModel(
      DeliveryDetails details,
      Findings findings,
      OpenItems items,
      AcceptanceQuestions questions,
      PageWords words) {
    this.details = details;
    this.findings = findings;
    this.items = items;
    this.questions = questions;
    this.words = words;
  }

  String fill(
      Model model,
      ListedDelivery delivery,
      Frame frame,
      SignedIn person,
      DecisionNote note,
      TypedDecision typed) {
    long id = delivery.id();
    List<AcceptanceQuestions.Question> asked = questions.of(id, SHOWN_ITEMS);
    model.addAttribute("delivery", delivery);
    model.addAttribute("file", details.file(id));
    model.addAttribute(
        "chain", details.chain(id).stream().filter(link -> person.reaches(link.name())).toList());
    model.addAttribute("words", words.codes(frame));
    model.addAttribute("groups", findings.groups(id, SHOWN_FINDINGS, frame.messages().isChinese()));
    model.addAttribute("open", items.of(id, false, SHOWN_ITEMS));
    model.addAttribute(
        "setAside",
        items.of(id, true, SHOWN_ITEMS).stream().map(item -> row(item, person)).toList());
    model.addAttribute("questions", asked);
    model.addAttribute(
        "candidates",
        asked.stream().anyMatch(question -> question.line() == 0)
            ? questions.candidates(id).stream().filter(one -> person.reaches(one.name())).toList()
            : List.of());
    model.addAttribute("sees", ReachedDeliveries.maySeeRejected(person));
    model.addAttribute("note", note);
    model.addAttribute("typed", typed);
    return "delivery/delivery";
  }

  private static SetAsideRow row(OpenItem item, SignedIn person) {
    return new SetAsideRow(item, isOwn(item, person));
  }

  /** Whether somebody set the item aside; names are compared as for approvals. */
  static boolean isOwn(OpenItem item, SignedIn person) {
    return item.setAside()
        .filter(decided -> new Signature(decided.by()).isSamePerson(Signature.of(person.name())))
        .isPresent();
  }
}
