package org.sunlitledger.console.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.frame.DecisionNote;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.intake.inbox.Acceptance;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItems;

/**
 * What people decide about a delivery, on the same classes as the command line. A refusal leaves
 * the page as it is, with what was typed.
 */
@Controller
final class DecisionForms {
  private static final String DELIVERY = "/deliveries/{id:[0-9]{1,18}}";
  private static final String FURTHER = "further";

  private final ReachedDeliveries deliveries;
  private final DeliveryModel page;
  private final OpenItems items;
  private final OpenDecisions decisions;
  private final Acceptance acceptance;

  DecisionForms(
      ReachedDeliveries deliveries,
      DeliveryModel page,
      OpenItems items,
      OpenDecisions decisions,
      Acceptance acceptance) {
    this.deliveries = deliveries;
    this.page = page;
    this.items = items;
    this.decisions = decisions;
    this.acceptance = acceptance;
  }

  /** Where a form was sent from, by whom. */
  private record Sent(
      long delivery, Frame frame, SignedIn person, Model model, HttpServletResponse response) {}

  @PostMapping(DELIVERY + "/set-aside")
  String setAside(
      @PathVariable long id,
      @RequestParam(name = "item", defaultValue = "") List<Long> numbers,
      @RequestParam(defaultValue = "") String why,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model,
      HttpServletResponse response) {
    Sent sent = sent(id, numbers, frame, person, model, response);
    TypedDecision typed = new TypedDecision(numbers, why, "");
    return numbers.isEmpty()
        ? refused(sent, frame.text("decide.none"), typed)
        : shown(sent, decisions.setAside(numbers, why, person.name()), "set-aside", typed);
  }

  /** Reviewers take back what anybody set aside, clerks what they did themselves. */
  @PostMapping(DELIVERY + "/take-back")
  String takeBack(
      @PathVariable long id,
      @RequestParam long item,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model,
      HttpServletResponse response) {
    Sent sent = sent(id, List.of(item), frame, person, model, response);
    boolean mayTakeBack =
        person.has(AccountRole.REVIEWER)
            || items.find(item).filter(one -> DeliveryModel.isOwn(one, person)).isPresent();
    return mayTakeBack
        ? shown(
            sent, decisions.undo(List.of(item), person.name()), "taken-back", TypedDecision.NOTHING)
        : refused(sent, frame.text("decide.not-own"), TypedDecision.NOTHING);
  }

  @PostMapping(DELIVERY + "/approve")
  String approve(
      @PathVariable long id,
      @RequestParam long item,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model,
      HttpServletResponse response) {
    Sent sent = sent(id, List.of(item), frame, person, model, response);
    return shown(sent, decisions.approve(item, person.name()), "approved", TypedDecision.NOTHING);
  }

  /** What a file corrects, or that a line with a similar key is a record of its own. */
  @PostMapping(DELIVERY + "/accept")
  String accept(
      @PathVariable long id,
      @RequestParam long item,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String why,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model,
      HttpServletResponse response) {
    Sent sent = sent(id, List.of(item), frame, person, model, response);
    TypedDecision typed = new TypedDecision(List.of(item), why, as);
    boolean isCorrection = as.matches("[0-9]{1,18}");
    if (!isCorrection && !as.equals(FURTHER)) {
      return refused(sent, frame.text("decide.what"), typed);
    }
    Optional<Long> corrects = isCorrection ? Optional.of(Long.valueOf(as)) : Optional.empty();
    corrects.ifPresent(other -> deliveries.get(other, person));
    Acceptance.AcceptanceResult result = acceptance.accept(item, corrects, why, person.name());
    if (result instanceof Acceptance.Accepted accepted) {
      return done(sent, accepted.isThere() ? "accepted" : "accepted-gone");
    }
    return refused(sent, ((Acceptance.RefusedAcceptance) result).why(), typed);
  }

  private Sent sent(
      long delivery,
      List<Long> numbers,
      Frame frame,
      SignedIn person,
      Model model,
      HttpServletResponse response) {
    deliveries.get(delivery, person);
    if (!items.areOf(delivery, numbers)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new Sent(delivery, frame, person, model, response);
  }

  private String shown(
      Sent sent, OpenDecisions.OpenDecisionResult result, String done, TypedDecision typed) {
    return result instanceof OpenDecisions.OpenRefused refused
        ? refused(sent, refused.why(), typed)
        : done(sent, done);
  }

  private static String done(Sent sent, String what) {
    return "redirect:/deliveries/" + sent.delivery() + "?done=" + what;
  }

  private String refused(Sent sent, Refusal why, TypedDecision typed) {
    return refused(sent, why.text(sent.frame().messages()), typed);
  }

  private String refused(Sent sent, String sentence, TypedDecision typed) {
    sent.response().setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    return page.fill(
        sent.model(),
        deliveries.get(sent.delivery(), sent.person()),
        sent.frame(),
        sent.person(),
        DecisionNote.fault(sentence),
        typed);
  }
}
