package org.sunlitledger.console.run;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.console.child.ChildRuns;
import org.sunlitledger.console.child.ChildRuns.Begun;
import org.sunlitledger.console.child.ChildRuns.ChildStart;
import org.sunlitledger.console.child.ChildRuns.NotBegun;
import org.sunlitledger.console.child.ChildRuns.Starting;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.view.RunList;

/** Starts a run, or goes on with one, and leads to its page. */
@Controller
final class StartForm {
  private static final String YEAR = "[0-9]{4}";

  private final ChildRuns children;
  private final RunList runs;

  StartForm(ChildRuns children, RunList runs) {
    this.children = children;
    this.runs = runs;
  }

  @PostMapping("/runs")
  String start(
      @RequestParam(defaultValue = "") String year,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model) {
    return year.matches(YEAR)
        ? shown(children.nightly(Integer.parseInt(year), person(frame)), response, model)
        : refused(frame.text("run.start.year"), response, model);
  }

  @PostMapping("/runs/{id:[0-9]{1,18}}/restart")
  String restart(
      @PathVariable long id,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model) {
    return runs.find(id).isPresent()
        ? shown(children.restart(id, person(frame)), response, model)
        : refused(frame.text("run.restart.none", id), response, model);
  }

  private static String shown(ChildStart start, HttpServletResponse response, Model model) {
    if (start instanceof Begun begun) {
      return "redirect:/runs/" + begun.run();
    }
    return start instanceof NotBegun not ? refused(not.said(), response, model) : Starting.PAGE;
  }

  private static String refused(String why, HttpServletResponse response, Model model) {
    response.setStatus(422);
    model.addAttribute("why", why.lines().toList());
    return "run/notBegun";
  }

  private static SignedIn person(Frame frame) {
    return frame.signedIn().orElseThrow();
  }
}
