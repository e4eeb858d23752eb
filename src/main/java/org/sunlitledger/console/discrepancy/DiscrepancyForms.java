package org.sunlitledger.console.discrepancy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.frame.DecisionNote;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.reconcile.decision.Decider;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.decision.Decisions.DecisionRefused;
import org.sunlitledger.reconcile.decision.Decisions.DecisionResult;
import org.sunlitledger.reconcile.decision.DiscrepancyPages;
import org.sunlitledger.reconcile.decision.SeenItem;
import org.sunlitledger.reconcile.discrepancy.Resolution;

/**
 * What people decide about a discrepancy, on the same class as the command line. A refusal leaves
 * the page as it is by now, with what was typed.
 */
@Controller
final class DiscrepancyForms {
  private static final String DISCREPANCY = "/{year:[0-9]{4}}/discrepancies/{id:[0-9]{1,18}}";

  private final DiscrepancyModel page;
  private final DiscrepancyPages pages;
  private final Decisions decisions;

  DiscrepancyForms(DiscrepancyModel page, DiscrepancyPages pages, Decisions decisions) {
    this.page = page;
    this.pages = pages;
    this.decisions = decisions;
  }

  /**
   * Where a form was sent from, and by whom.
   *
   * @param mark of the discrepancy as the page showed it
   */
  record SentForm(int year, long id, String mark) {
    SeenItem seen() {
      return new SeenItem(id, Optional.of(mark).filter(one -> !one.isEmpty()));
    }

    String address(String done) {
      return "redirect:/%d/discrepancies/%d?done=%s".formatted(year, id, done);
    }
  }

  @PostMapping(DISCREPANCY + "/resolve")
  String resolve(
      @PathVariable int year,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "") String why,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model,
      HttpServletResponse response) {
    SentForm form = sent(year, id, mark);
    TypedResolution typed = new TypedResolution(as, why, "");
    Optional<Resolution> chosen = resolution(as);
    if (chosen.isEmpty()) {
      return refused(form, frame.text("discrepancy.as.choose"), typed, frame, model, response);
    }
    DecisionResult result = decisions.resolve(form.seen(), chosen.get(), why, decider(frame));
    return result instanceof DecisionRefused refused
        ? refused(form, refused, typed, frame, model, response)
        : form.address("resolved");
  }

  /** Approves, and goes on to the next one that awaits the reader where that is asked for. */
  @PostMapping(DISCREPANCY + "/approve")
  String approve(
      @PathVariable int year,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String mark,
      @RequestParam(defaultValue = "false") boolean next,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model,
      HttpServletResponse response) {
    SentForm form = sent(year, id, mark);
    Decider by = decider(frame);
    if (decisions.approve(form.seen(), by) instanceof DecisionRefused refused) {
      return refused(form, refused, TypedResolution.NOTHING, frame, model, response);
    }
    Optional<Long> following = next ? pages.nextToApprove(year, id, by.name()) : Optional.empty();
    return following
        .map(other -> new SentForm(year, other, "").address("approved-next"))
        .orElseGet(() -> form.address(next ? "approved-last" : "discrepancy-approved"));
  }

  /** Reviewers send back what anybody resolved, clerks what they resolved themselves. */
  @PostMapping(DISCREPANCY + "/send-back")
  String sendBack(
      @PathVariable int year,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String mark,
      @RequestParam(defaultValue = "") String back,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model,
      HttpServletResponse response) {
    SentForm form = sent(year, id, mark);
    TypedResolution typed = new TypedResolution("", "", back);
    SignedIn person = frame.signedIn().orElseThrow();
    boolean maySendBack =
        frame.has(AccountRole.REVIEWER) || DiscrepancyModel.isOwn(page.get(year, id), person);
    if (!maySendBack) {
      return refused(form, frame.text("discrepancy.back.not-own"), typed, frame, model, response);
    }
    return decisions.sendBack(form.seen(), back, decider(frame)) instanceof DecisionRefused refused
        ? refused(form, refused, typed, frame, model, response)
        : form.address("sent-back");
  }

  static Decider decider(Frame frame) {
    SignedIn person = frame.signedIn().orElseThrow();
    return new Decider(person.name(), Optional.ofNullable(person.office()));
  }

  static Optional<Resolution> resolution(String code) {
    return Arrays.stream(Resolution.values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** Only of a discrepancy that there is. */
  private SentForm sent(int year, long id, String mark) {
    return new SentForm(year, page.get(year, id).id(), mark);
  }

  private String refused(
      SentForm form,
      DecisionRefused refused,
      TypedResolution typed,
      Frame frame,
      Model model,
      HttpServletResponse response) {
    return refused(
        form, DiscrepancyWords.refusal(refused.why(), frame), typed, frame, model, response);
  }

  private String refused(
      SentForm form,
      String sentence,
      TypedResolution typed,
      Frame frame,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.fill(
        model, page.get(form.year(), form.id()), frame, DecisionNote.fault(sentence), typed);
  }
}
