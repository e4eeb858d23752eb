package org.sunlitledger.console.run;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.child.RunLogs;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.console.live.LiveRuns;
import org.sunlitledger.view.RunDeliveries;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;

/** One run: how far it is, and afterwards what it brought or why it failed. */
@Controller
final class RunPage {
  private static final int MOST_DELIVERIES = 200;

  private final RunList runs;
  private final RunDeliveries deliveries;
  private final LiveRuns live;
  private final RunLogs logs;
  private final PageWords words;

  RunPage(RunList runs, RunDeliveries deliveries, LiveRuns live, RunLogs logs, PageWords words) {
    this.runs = runs;
    this.deliveries = deliveries;
    this.live = live;
    this.logs = logs;
    this.words = words;
  }

  @GetMapping("/runs/{id:[0-9]{1,18}}")
  String run(@PathVariable long id, @ModelAttribute("frame") Frame frame, Model model) {
    SignedIn person = frame.signedIn().orElseThrow();
    Run run = find(id);
    add(run, frame, model);
    model.addAttribute("totals", deliveries.totals(id, person.office()));
    model.addAttribute("brought", deliveries.of(id, person.office(), MOST_DELIVERIES));
    model.addAttribute("log", logOf(run, person));
    return "run/run";
  }

  /** What the page asks for every five seconds while a run works. */
  @GetMapping("/runs/{id:[0-9]{1,18}}/progress")
  String progress(
      @PathVariable long id,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model) {
    Run run = find(id);
    if (!run.isGoing()) {
      response.setHeader("HX-Refresh", "true");
    }
    add(run, frame, model);
    return "run/progress";
  }

  private void add(Run run, Frame frame, Model model) {
    model.addAttribute("run", run);
    model.addAttribute("news", live.of(run.id()).filter(news -> !news.ended()).orElse(null));
    model.addAttribute("steps", runs.steps(run.id()));
    model.addAttribute("words", words.codes(frame));
  }

  private Run find(long id) {
    return runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A log names files of all offices and is for those who work with all of them. */
  private List<String> logOf(Run run, SignedIn person) {
    boolean mayRead =
        person.isOfWholeCounty()
            && (person.has(AccountRole.CLERK) || person.has(AccountRole.REVIEWER));
    return mayRead && !run.log().isEmpty() ? logs.lastLines(run.log()) : List.of();
  }
}
