package org.sunlitledger.console.discrepancy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.decision.RecordedText;
import org.sunlitledger.reconcile.decision.Decider;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.decision.Decisions.DecisionRefused;
import org.sunlitledger.reconcile.decision.DiscrepancyFilter;
import org.sunlitledger.reconcile.decision.DiscrepancyPages;
import org.sunlitledger.reconcile.decision.SeenItem;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Status;

/**
 * Resolves many discrepancies of one kind with one reason. Each is a decision of its own, and what
 * became of it is said.
 */
@Controller
final class MassForm {
  /** Discrepancies that are resolved at once. */
  static final int MOST_ITEMS = 200;

  private static final Pattern CHOSEN = Pattern.compile("([0-9]{1,18})~([0-9a-f]+-[0-9]+)");

  private final ListModel list;
  private final DiscrepancyTexts texts;
  private final DiscrepancyPages pages;
  private final Decisions decisions;

  MassForm(ListModel list, DiscrepancyTexts texts, DiscrepancyPages pages, Decisions decisions) {
    this.list = list;
    this.texts = texts;
    this.pages = pages;
    this.decisions = decisions;
  }

  /**
   * What was sent.
   *
   * @param item chosen, each with its mark
   * @param all whether the first ones of the filter are chosen instead
   * @param count how many open ones the page showed
   */
  record SentMass(
      @Nullable List<String> item,
      @Nullable Boolean all,
      @Nullable Long count,
      @Nullable String as,
      @Nullable String why) {
    TypedMass typed() {
      return new TypedMass(
          item == null ? List.of() : item,
          Boolean.TRUE.equals(all),
          as == null ? "" : as,
          why == null ? "" : why,
          "");
    }

    long seen() {
      return count == null ? 0 : count;
    }
  }

  @PostMapping("/{year:[0-9]{4}}/discrepancies/resolve")
  String resolve(
      @PathVariable int year,
      DiscrepancyQuery query,
      SentMass sent,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model,
      HttpServletResponse response) {
    DiscrepancyFilter filter = query.filter(year);
    TypedMass typed = sent.typed();
    Optional<String> fault = fault(filter, sent, typed, frame);
    if (fault.isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return list.fill(model, year, query, frame, typed.refused(fault.get()));
    }
    Resolution as = DiscrepancyForms.resolution(typed.as()).orElseThrow();
    model.addAttribute("year", year);
    model.addAttribute("list", query.address(year));
    model.addAttribute("title", texts.of(frame).kind(filter.kind()));
    model.addAttribute(
        "outcomes",
        chosen(filter, query, typed).map(item -> outcome(item, as, typed.why(), frame)).toList());
    return "discrepancy/resolved";
  }

  /** What keeps all of them from being resolved. */
  private Optional<String> fault(
      DiscrepancyFilter filter, SentMass sent, TypedMass typed, Frame frame) {
    long open = pages.sum(filter.of(Status.OPEN)).number();
    if (filter.kind().isEmpty()) {
      return Optional.of(frame.text("discrepancies.mass.kind"));
    }
    if (typed.all() && open != sent.seen()) {
      return Optional.of(frame.text("discrepancies.mass.changed", sent.seen(), open));
    }
    if (typed.all() ? open == 0 : typed.items().isEmpty()) {
      return Optional.of(frame.text("discrepancies.mass.none"));
    }
    if (typed.items().size() > MOST_ITEMS) {
      return Optional.of(frame.text("discrepancies.mass.many", typed.items().size(), MOST_ITEMS));
    }
    if (DiscrepancyForms.resolution(typed.as()).isEmpty()) {
      return Optional.of(frame.text("discrepancy.as.choose"));
    }
    return RecordedText.WHY.fault(typed.why()).map(why -> DiscrepancyWords.refusal(why, frame));
  }

  private Stream<SeenItem> chosen(
      DiscrepancyFilter filter, DiscrepancyQuery query, TypedMass typed) {
    if (typed.all()) {
      return pages
          .page(filter.of(Status.OPEN), query.order(), Optional.empty(), MOST_ITEMS)
          .stream()
          .map(item -> new SeenItem(item.id(), Optional.of(item.mark())));
    }
    List<SeenItem> items = typed.items().stream().map(MassForm::seen).distinct().toList();
    if (!pages.areOf(filter.year(), filter.kind(), items)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return items.stream();
  }

  private static SeenItem seen(String typed) {
    Matcher chosen = CHOSEN.matcher(typed);
    if (!chosen.matches()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return new SeenItem(Long.parseLong(chosen.group(1)), Optional.of(chosen.group(2)));
  }

  private MassOutcome outcome(SeenItem item, Resolution as, String why, Frame frame) {
    Decider by = DiscrepancyForms.decider(frame);
    return decisions.resolve(item, as, why, by) instanceof DecisionRefused refused
        ? new MassOutcome(item.id(), DiscrepancyWords.refusal(refused.why(), frame))
        : new MassOutcome(item.id(), "");
  }
}
