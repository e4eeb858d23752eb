package org.sunlitledger.console.close;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sunlitledger.close.Reopening;
import org.sunlitledger.close.Reopening.NotReopened;
import org.sunlitledger.close.Reopening.ReopeningResult;
import org.sunlitledger.console.child.ChildRuns;
import org.sunlitledger.console.child.ChildRuns.ChildStart;
import org.sunlitledger.console.child.ChildRuns.NotBegun;
import org.sunlitledger.console.child.ChildRuns.Starting;
import org.sunlitledger.console.close.CloseModel.CloseFault;
import org.sunlitledger.console.close.SaidObstacles.SaidObstacle;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.decision.RecordedText;

/** Closes a year, verifies what was closed, and opens it again. */
@Controller
final class CloseForms {
  private static final String PAGE = "/{year:[0-9]{4}}/close";

  private final CloseModel page;
  private final SaidObstacles obstacles;
  private final ChildRuns children;
  private final Reopening reopening;
  private final RunLock lock;

  CloseForms(
      CloseModel page,
      SaidObstacles obstacles,
      ChildRuns children,
      Reopening reopening,
      RunLock lock) {
    this.page = page;
    this.obstacles = obstacles;
    this.children = children;
    this.reopening = reopening;
    this.lock = lock;
  }

  @GetMapping(PAGE)
  String page(
      @PathVariable int year,
      @ModelAttribute("frame") Frame frame,
      HttpSession session,
      Model model) {
    return page.show(year, CloseFault.NONE, frame, session, model);
  }

  @PostMapping(PAGE)
  String close(
      @PathVariable int year,
      @RequestParam(defaultValue = "") String typed,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      HttpSession session,
      Model model) {
    List<String> fault = new ArrayList<>();
    if (!CloseModel.mayClose(frame)) {
      fault.add(frame.text("close.who"));
    } else if (!typed.strip().equals(String.valueOf(year))) {
      fault.add(frame.text("close.typed.wrong", String.valueOf(year)));
    } else {
      busy(frame).ifPresent(fault::add);
    }
    if (fault.isEmpty() && frame.closed().isEmpty()) {
      ChildStart start = children.close(year, person(frame));
      if (start instanceof Starting) {
        return Starting.PAGE;
      }
      fault.addAll(notBegun(start, frame));
    }
    return answer(year, new CloseFault(fault, typed, ""), frame, response, session, model);
  }

  @PostMapping(PAGE + "/verify")
  String verify(
      @PathVariable int year,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      HttpSession session,
      Model model) {
    List<String> fault = new ArrayList<>();
    busy(frame).ifPresent(fault::add);
    if (fault.isEmpty()) {
      ChildStart start = children.verify(year, person(frame));
      if (start instanceof Starting) {
        return Starting.PAGE;
      }
      fault.addAll(notBegun(start, frame));
    }
    return answer(year, new CloseFault(fault, "", ""), frame, response, session, model);
  }

  @PostMapping(PAGE + "/reopen")
  String reopen(
      @PathVariable int year,
      @RequestParam(defaultValue = "") String why,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      HttpSession session,
      Model model) {
    List<String> fault =
        CloseModel.mayClose(frame)
            ? RecordedText.WHY
                .fault(why)
                .map(refusal -> List.of(refusal.text(frame.messages())))
                .orElseGet(() -> reopen(year, why.strip(), frame))
            : List.of(frame.text("close.who"));
    return answer(year, new CloseFault(fault, "", why), frame, response, session, model);
  }

  private List<String> reopen(int year, String why, Frame frame) {
    try {
      ReopeningResult result = reopening.reopen(year, person(frame).name(), why);
      return result instanceof NotReopened refused
          ? obstacles.said(List.of(refused.why()), year, frame).stream()
              .map(SaidObstacle::sentences)
              .flatMap(List::stream)
              .toList()
          : List.of();
    } catch (RunLock.RunLockHeld held) {
      return List.of(busy(held.taken().since(), frame));
    }
  }

  /** The page, by its address when all went well. */
  private String answer(
      int year,
      CloseFault fault,
      Frame frame,
      HttpServletResponse response,
      HttpSession session,
      Model model) {
    if (fault.lines().isEmpty()) {
      return "redirect:/" + year + "/close";
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page.show(year, fault, frame, session, model);
  }

  private Optional<String> busy(Frame frame) {
    return lock.holder().map(taken -> busy(taken.since(), frame));
  }

  private static String busy(OffsetDateTime since, Frame frame) {
    return frame.text("close.busy", frame.moment(since));
  }

  private static List<String> notBegun(ChildStart start, Frame frame) {
    if (!(start instanceof NotBegun not)) {
      return List.of();
    }
    List<String> said = new ArrayList<>(List.of(frame.text("run.not-begun")));
    said.addAll(not.said().lines().toList());
    return said;
  }

  private static SignedIn person(Frame frame) {
    return frame.signedIn().orElseThrow();
  }
}
