package org.sunlitledger.console.reconcile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.child.ChildRuns;
import org.sunlitledger.console.child.ChildRuns.ChildStart;
import org.sunlitledger.console.child.ChildRuns.NotBegun;
import org.sunlitledger.console.child.ChildRuns.Starting;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.reconcile.LedgerHandIns.HandIn;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;

/** Starts the run that reconciles a year. */
@Controller
final class ReconciliationStart {
  /** A run keeps the paths of its files in one parameter, which is limited. */
  private static final int MAX_CHARACTERS_OF_PATHS = 2_400;

  private final ReconciliationModel page;
  private final ReconciliationNumbers numbers;
  private final LedgerHandIns handIns;
  private final ClosedYears closed;
  private final ChildRuns children;
  private final RunList runs;

  ReconciliationStart(
      ReconciliationModel page,
      ReconciliationNumbers numbers,
      LedgerHandIns handIns,
      ClosedYears closed,
      ChildRuns children,
      RunList runs) {
    this.page = page;
    this.numbers = numbers;
    this.handIns = handIns;
    this.closed = closed;
    this.children = children;
    this.runs = runs;
  }

  @PostMapping("/{year:[0-9]{4}}/reconciliation/run")
  String run(
      @PathVariable int year,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model)
      throws IOException {
    SignedIn person = frame.signedIn().orElseThrow();
    if (!person.isOfWholeCounty()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    if (closed.freezing(year).isPresent()) {
      return refused(
          year, List.of(frame.text("reconciliation.closed", year)), frame, response, model);
    }
    HandIn before = handIns.of(year);
    boolean isNamed = isToBeNamed(year, before);
    if (!isNamed && !numbers.hasLedger(year)) {
      return refused(year, List.of(frame.text("reconciliation.no-ledger")), frame, response, model);
    }
    List<Path> ledger = isNamed ? handIns.give(year).paths() : List.of();
    if (ledger.stream().mapToInt(file -> file.toString().length() + 1).sum()
        > MAX_CHARACTERS_OF_PATHS) {
      handIns.takeBack(year);
      return refused(
          year, List.of(frame.text("reconciliation.many-files")), frame, response, model);
    }
    ChildStart start = children.yearEnd(year, ledger, person);
    if (start instanceof NotBegun not) {
      if (isNamed && !before.isGiven()) {
        handIns.takeBack(year);
      }
      return refused(year, not.said().lines().toList(), frame, response, model);
    }
    return start instanceof Starting
        ? Starting.PAGE
        : "redirect:/%d/reconciliation".formatted(year);
  }

  /** A ledger whose run did not end well is named again: perhaps that run never read it. */
  private boolean isToBeNamed(int year, HandIn handIn) {
    boolean isDone =
        handIn.isGiven()
            && numbers.lastRun(year).flatMap(runs::find).filter(Run::isDone).isPresent();
    return !handIn.files().isEmpty() && !isDone;
  }

  private String refused(
      int year, List<String> why, Frame frame, HttpServletResponse response, Model model)
      throws IOException {
    response.setStatus(HttpStatus.CONFLICT.value());
    page.fill(year, why, frame, model);
    return "reconcile/page";
  }
}
