package org.sunlitledger.console.close;

import jakarta.servlet.http.HttpSession;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.close.YearState;
import org.sunlitledger.close.YearState.YearNumbers;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.ReopenedClose;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.console.close.LateDeliveries.LateFile;
import org.sunlitledger.console.close.SaidObstacles.SaidObstacle;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.console.live.LiveRuns;
import org.sunlitledger.console.password.FreshPassword;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.job.ClosedYearRuns;
import org.sunlitledger.job.RunNotes;
import org.sunlitledger.job.RunNotes.RunNote;
import org.sunlitledger.report.ReportDefinition;
import org.sunlitledger.report.Reports;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;

/** What the page of a year's close shows. */
@Component
public class CloseModel {
  private final CloseTasks tasks;
  private final SaidObstacles obstacles;
  private final LateDeliveries late;
  private final YearState state;
  private final YearCloseTable closes;
  private final Reports reports;
  private final RunList runs;
  private final RunNotes notes;
  private final RunLock lock;
  private final LiveRuns live;
  private final PageWords words;
  private final JdbcClient jdbc;

  CloseModel(
      CloseTasks tasks,
      SaidObstacles obstacles,
      LateDeliveries late,
      YearState state,
      YearCloseTable closes,
      Reports reports,
      RunList runs,
      RunNotes notes,
      RunLock lock,
      LiveRuns live,
      PageWords words,
      JdbcClient jdbc) {
    this.tasks = tasks;
    this.obstacles = obstacles;
    this.late = late;
    this.state = state;
    this.closes = closes;
    this.reports = reports;
    this.runs = runs;
    this.notes = notes;
    this.lock = lock;
    this.live = live;
    this.words = words;
    this.jdbc = jdbc;
  }

  /**
   * What will be frozen.
   *
   * @param approved discrepancies that were decided on by two people
   */
  public record ToFreeze(YearNumbers numbers, List<String> reports, long approved) {}

  /** A run with what it said. */
  public record SaidRun(Run run, List<RunNote> notes) {

    public boolean isRed() {
      return notes.stream().anyMatch(note -> note.kind().equals("verify.disagrees"));
    }
  }

  /**
   * What somebody typed, and why it could not be done.
   *
   * @param lines sentences; none where nothing is wrong
   */
  public record CloseFault(List<String> lines, String year, String why) {
    static final CloseFault NONE = new CloseFault(List.of(), "", "");
  }

  /** Whether somebody may close and reopen years, which are of the whole county. */
  static boolean mayClose(Frame frame) {
    return frame.has(AccountRole.REVIEWER) && frame.signedIn().orElseThrow().isOfWholeCounty();
  }

  String show(int year, CloseFault fault, Frame frame, HttpSession session, Model model) {
    Optional<SealedClose> inForce = closes.inForce(year);
    List<SealedClose> history = closes.of(year);
    Optional<Run> attempt = attempt(year, history);
    Optional<Run> verification = runs.last(ClosedYearRuns.VERIFICATION, year);
    Optional<Run> going =
        Stream.of(attempt, verification).flatMap(Optional::stream).filter(Run::isGoing).findFirst();
    List<LateFile> held = late.of(year);
    model.addAttribute("year", year);
    model.addAttribute("fault", fault);
    model.addAttribute("mayClose", mayClose(frame));
    model.addAttribute("ofTheCounty", frame.signedIn().orElseThrow().isOfWholeCounty());
    model.addAttribute("fresh", FreshPassword.holds(session));
    model.addAttribute("busy", lock.holder().orElse(null));
    model.addAttribute("close", inForce.orElse(null));
    model.addAttribute("tasks", frame.closed().isEmpty() ? tasks.of(year) : List.of());
    model.addAttribute("toFreeze", toFreeze(year));
    model.addAttribute("previous", closes.inForce(closes.closedBefore(year)).orElse(null));
    model.addAttribute("history", history);
    model.addAttribute("reopened", closes.reopened(year));
    model.addAttribute("attempt", attempt.orElse(null));
    model.addAttribute("obstacles", attempt.map(run -> said(run, year, frame)).orElse(List.of()));
    model.addAttribute(
        "verification", verification.map(run -> new SaidRun(run, notes.of(run.id()))).orElse(null));
    model.addAttribute("going", going.orElse(null));
    model.addAttribute("steps", going.map(run -> runs.steps(run.id())).orElse(List.of()));
    model.addAttribute(
        "news", going.flatMap(run -> live.of(run.id())).filter(news -> !news.ended()).orElse(null));
    model.addAttribute(
        "late", held.stream().filter(file -> frame.signedIn().get().reaches(file.file())).toList());
    model.addAttribute("lateInAll", held.size());
    model.addAttribute("sentences", SaidObstacles.sentences(frame));
    model.addAttribute("words", words.codes(frame));
    return "close/close";
  }

  private List<SaidObstacle> said(Run run, int year, Frame frame) {
    return run.isGoing() ? List.of() : obstacles.of(run.id(), year, frame);
  }

  /** The last attempt to close, while nothing was closed or reopened since. */
  private Optional<Run> attempt(int year, List<SealedClose> history) {
    List<ReopenedClose> reopened = closes.reopened(year);
    Optional<OffsetDateTime> lastClose =
        history.stream().map(SealedClose::at).reduce((one, next) -> next);
    Optional<OffsetDateTime> lastReopening =
        reopened.stream().map(ReopenedClose::at).reduce((one, next) -> next);
    return runs.lastClose(year)
        .filter(run -> isAfter(run, lastClose))
        .filter(run -> isAfter(run, lastReopening));
  }

  private static boolean isAfter(Run run, Optional<OffsetDateTime> event) {
    return event
        .map(at -> at.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime())
        .filter(at -> !at.isBefore(run.started()))
        .isEmpty();
  }

  private ToFreeze toFreeze(int year) {
    return new ToFreeze(
        state.of(year, null),
        reports.of(year).stream().map(ReportDefinition::title).toList(),
        jdbc.sql("select count(*) from discrepancy where year = :year and status = 'approved'")
            .param("year", year)
            .query(Long.class)
            .single());
  }
}
