package org.sunlitledger.console.delivery;

import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.console.frame.DecisionNote;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;

/** One delivery: what became of it, what is open, and what people decided. */
@Controller
final class DeliveryPage {
  private static final Set<String> DONE =
      Set.of("set-aside", "taken-back", "approved", "accepted", "accepted-gone");

  private final ReachedDeliveries deliveries;
  private final DeliveryModel page;

  DeliveryPage(ReachedDeliveries deliveries, DeliveryModel page) {
    this.deliveries = deliveries;
    this.page = page;
  }

  @GetMapping("/deliveries/{id:[0-9]{1,18}}")
  String show(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String done,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    return page.fill(
        model,
        deliveries.get(id, person),
        frame,
        person,
        DecisionNote.done(done, DONE),
        TypedDecision.NOTHING);
  }
}
