package org.sunlitledger.console.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.close.YearState;
import org.sunlitledger.close.YearState.YearNumbers;
import org.sunlitledger.close.ready.Reconciliations;
import org.sunlitledger.close.ready.Reconciliations.ReconciliationState;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;
import org.sunlitledger.view.RunList.RunFilter;
import org.sunlitledger.view.YearDesk;
import org.sunlitledger.view.YearDesk.ToApprove;
import org.sunlitledger.view.YearDesk.ToCorrect;

/** Where a year stands, what to do next, and what awaits the reader. */
@Controller
final class HomePage {
  private final YearState state;
  private final YearDesk desk;
  private final Reconciliations reconciliations;
  private final RunList runs;
  private final PageWords words;
  private final Clock clock;

  HomePage(
      YearState state,
      YearDesk desk,
      Reconciliations reconciliations,
      RunList runs,
      PageWords words,
      Clock clock) {
    this.state = state;
    this.desk = desk;
    this.reconciliations = reconciliations;
    this.runs = runs;
    this.words = words;
    this.clock = clock;
  }

  /** The last year with files; who only administers has no year. */
  @GetMapping("/")
  String first(@ModelAttribute("frame") Frame frame) {
    boolean reads =
        frame.has(AccountRole.VIEWER)
            || frame.has(AccountRole.CLERK)
            || frame.has(AccountRole.REVIEWER);
    int thisYear = LocalDate.now(clock).getYear();
    return reads
        ? "redirect:/" + frame.years().stream().findFirst().orElse(thisYear)
        : "redirect:/users";
  }

  @GetMapping("/{year:[0-9]{4}}")
  String year(@PathVariable int year, @ModelAttribute("frame") Frame frame, Model model) {
    SignedIn person = frame.signedIn().orElseThrow();
    YearNumbers numbers = state.of(year, person.office());
    List<ToCorrect> toCorrect = desk.toCorrect(year, person.office());
    List<ToApprove> toApprove = desk.toApprove(year, person.office());
    ReconciliationState reconciliation = reconciliations.of(year);
    Optional<Run> lastRun = runs.page(RunFilter.all(), Optional.empty(), 1).stream().findFirst();
    long open = toCorrect.stream().mapToLong(HomePage::things).sum();
    long unapproved = toApprove.stream().mapToLong(ToApprove::items).sum();
    model.addAttribute("year", year);
    model.addAttribute("state", numbers);
    model.addAttribute("open", open);
    model.addAttribute("reconciliation", reconciliation);
    model.addAttribute("next", NextStep.of(numbers, open, unapproved, reconciliation));
    model.addAttribute("toCorrect", toCorrect);
    model.addAttribute("toApprove", toApprove);
    model.addAttribute("toHandIn", desk.toHandIn(year, person.office()));
    model.addAttribute(
        "resolved",
        frame.has(AccountRole.REVIEWER) ? desk.resolved(year, person.name(), person.office()) : 0L);
    model.addAttribute("late", desk.late(year, person.office()));
    model.addAttribute("lastRun", lastRun.orElse(null));
    model.addAttribute("words", words.codes(frame));
    return "home/home";
  }

  private static long things(ToCorrect delivery) {
    return (delivery.isWhole() ? 1 : 0) + delivery.lines() + delivery.parts();
  }
}
