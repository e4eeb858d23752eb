package org.sunlitledger.console.discrepancy;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.console.frame.DecisionNote;
import org.sunlitledger.console.frame.Frame;

/** One discrepancy: both sides, what to do, and what people decided. */
@Controller
final class DiscrepancyPage {
  private static final Set<String> DONE =
      Set.of("resolved", "discrepancy-approved", "approved-next", "sent-back");

  private final DiscrepancyModel page;

  DiscrepancyPage(DiscrepancyModel page) {
    this.page = page;
  }

  /**
   * Shows it.
   *
   * @param again whether the reason that the reader gave last is offered
   */
  @GetMapping("/{year:[0-9]{4}}/discrepancies/{id:[0-9]{1,18}}")
  String show(
      @PathVariable int year,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String done,
      @RequestParam(defaultValue = "false") boolean again,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model) {
    return page.fill(
        model,
        page.get(year, id),
        frame,
        DecisionNote.done(done, DONE),
        again ? page.lastTyped(frame) : TypedResolution.NOTHING);
  }
}
