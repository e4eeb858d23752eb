package org.sunlitledger.console.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.close.YearState;

/** Where a year stands. */
@Controller
final class HomePage {
  private final YearState state;
  private final Clock clock;

  HomePage(YearState state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  @GetMapping("/")
  String last() {
    int thisYear = LocalDate.now(clock).getYear();
    return "redirect:/" + state.years().stream().findFirst().orElse(thisYear);
  }

  @GetMapping("/{year:[0-9]{4}}")
  String year(@PathVariable int year, Model model) {
    List<Integer> years = state.years();
    model.addAttribute("year", year);
    model.addAttribute("years", years);
    model.addAttribute("state", state.of(year));
    return "home/home";
  }
}
