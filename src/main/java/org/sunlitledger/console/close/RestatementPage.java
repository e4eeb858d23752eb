package org.sunlitledger.console.close;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.console.child.ChildRuns;
import org.sunlitledger.console.child.ChildRuns.ChildStart;
import org.sunlitledger.console.child.ChildRuns.NotBegun;
import org.sunlitledger.console.child.ChildRuns.Starting;
import org.sunlitledger.console.close.LateDeliveries.LateFile;
import org.sunlitledger.console.close.RestatementQuery.ChangedFigure;
import org.sunlitledger.console.close.RestatementQuery.CountedLate;
import org.sunlitledger.console.close.RestatementQuery.ListedChange;
import org.sunlitledger.console.close.RestatementQuery.RestatementHead;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Exports;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListExport;
import org.sunlitledger.console.list.ListPage;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.console.live.LiveRuns;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.job.ClosedYearRuns;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;

/** What would change in a closed year if what came late counted, as it was computed last. */
@Controller
final class RestatementPage {
  private static final String PAGE = "/{year:[0-9]{4}}/restatement";
  private static final List<String> COLUMNS =
      List.of(
          "figure",
          "title",
          "old",
          "new",
          "difference",
          "change",
          "part",
          "delivery",
          "file",
          "line",
          "amount");

  private final RestatementQuery query;
  private final LateDeliveries late;
  private final YearCloseTable closes;
  private final CatalogueReader catalogues;
  private final ChildRuns children;
  private final RunList runs;
  private final LiveRuns live;
  private final RunLock lock;
  private final PageWords words;
  private final Exports exports;

  RestatementPage(
      RestatementQuery query,
      LateDeliveries late,
      YearCloseTable closes,
      CatalogueReader catalogues,
      ChildRuns children,
      RunList runs,
      LiveRuns live,
      RunLock lock,
      PageWords words,
      Exports exports) {
    this.query = query;
    this.late = late;
    this.closes = closes;
    this.catalogues = catalogues;
    this.children = children;
    this.runs = runs;
    this.live = live;
    this.lock = lock;
    this.words = words;
    this.exports = exports;
  }

  @GetMapping(PAGE)
  String page(@PathVariable int year, @ModelAttribute("frame") Frame frame, Model model) {
    return show(year, List.of(), frame, model);
  }

  @PostMapping(PAGE)
  String compute(
      @PathVariable int year,
      @ModelAttribute("frame") Frame frame,
      HttpServletResponse response,
      Model model) {
    Optional<RunLock.Taken> busy = lock.holder();
    if (busy.isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(
          year, List.of(frame.text("close.busy", frame.moment(busy.get().since()))), frame, model);
    }
    ChildStart start = children.restate(year, person(frame));
    if (start instanceof NotBegun not) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(year, not.said().lines().toList(), frame, model);
    }
    return start instanceof Starting ? Starting.PAGE : "redirect:/" + year + "/restatement";
  }

  @GetMapping(PAGE + "/{figure}")
  String lines(
      @PathVariable int year,
      @PathVariable String figure,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable Integer size,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    ChangedFigure changed =
        changes(year).stream()
            .filter(one -> one.figure().equals(figure))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    SignedIn person = person(frame);
    ListSlice slice = ListSlice.of(size, after);
    model.addAttribute("year", year);
    model.addAttribute("changed", changed);
    model.addAttribute("figures", figures(year));
    model.addAttribute("count", query.count(year, figure, person.office()));
    model.addAttribute(
        "page",
        ListPage.of(
            query.lines(year, figure, person.office(), slice.after(), slice.read()),
            slice,
            ListAddress.of("/%d/restatement/%s".formatted(year, figure)),
            ListedChange::place));
    return "close/changedLines";
  }

  @GetMapping(PAGE + ".csv")
  void file(
      @PathVariable int year,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (head(year).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    SignedIn person = person(frame);
    exports.send(
        ListExport.of(
            "restatement " + year,
            frame.text("restatement.file", String.valueOf(year)),
            "restatement",
            COLUMNS,
            frame,
            row -> rows(year, person, frame, row)),
        "csv",
        person,
        request,
        response);
  }

  /** A figure may change without a line of its own: two sums no longer agree. */
  private void rows(int year, SignedIn person, Frame frame, Consumer<List<String>> row) {
    Map<String, Figure> figures = figures(year);
    Map<String, ChangedFigure> changes =
        query.figures(year).stream()
            .collect(Collectors.toMap(ChangedFigure::figure, change -> change));
    query.figures(year).stream()
        .filter(change -> change.lines() == 0)
        .forEach(
            change -> row.accept(cells(change, figures, frame, List.of("", "", "", "", "", ""))));
    query.each(
        year,
        person.office(),
        line ->
            row.accept(
                cells(
                    Objects.requireNonNull(changes.get(line.figure())),
                    figures,
                    frame,
                    List.of(
                        frame.text(line.comes() ? "restatement.comes" : "restatement.goes"),
                        line.part(),
                        String.valueOf(line.delivery()),
                        line.file(),
                        String.valueOf(line.line()),
                        Decimals.plain(line.amount())))));
  }

  private static List<String> cells(
      ChangedFigure change, Map<String, Figure> figures, Frame frame, List<String> line) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                change.figure(),
                title(figures, change.figure(), frame),
                change.oldValue(),
                change.newValue(),
                change.difference().map(Decimals::plain).orElse("")));
    cells.addAll(line);
    return cells;
  }

  private static String title(Map<String, Figure> figures, String id, Frame frame) {
    return Optional.ofNullable(figures.get(id))
        .map(figure -> figure.title(frame.messages().isChinese()))
        .orElse(id);
  }

  private String show(int year, List<String> fault, Frame frame, Model model) {
    Optional<SealedClose> close = closes.inForce(year);
    Optional<RestatementHead> head = head(year);
    List<LateFile> held = late.of(year);
    List<CountedLate> counted = head.isPresent() ? query.late(year) : List.of();
    Optional<Run> last = runs.last(ClosedYearRuns.RESTATEMENT, year);
    Optional<Run> going = last.filter(Run::isGoing);
    SignedIn person = person(frame);
    model.addAttribute("year", year);
    model.addAttribute("fault", fault);
    model.addAttribute("close", close.orElse(null));
    model.addAttribute("head", head.orElse(null));
    model.addAttribute("held", held.size());
    model.addAttribute("outOfDate", head.isPresent() && !ids(held).equals(countedIds(counted)));
    model.addAttribute("late", held.stream().filter(f -> person.reaches(f.file())).toList());
    model.addAttribute("counted", counted.stream().filter(f -> person.reaches(f.file())).toList());
    model.addAttribute("countedInAll", counted.size());
    model.addAttribute("changes", changes(year));
    model.addAttribute("figures", figures(year));
    model.addAttribute("failed", last.filter(run -> !run.isGoing() && !run.isDone()).orElse(null));
    model.addAttribute("busy", lock.holder().orElse(null));
    model.addAttribute("going", going.orElse(null));
    model.addAttribute("steps", going.map(run -> runs.steps(run.id())).orElse(List.of()));
    model.addAttribute(
        "news", going.flatMap(run -> live.of(run.id())).filter(n -> !n.ended()).orElse(null));
    model.addAttribute("words", words.codes(frame));
    return "close/restatement";
  }

  /** Empty where it was computed for a close that is no longer in force. */
  private Optional<RestatementHead> head(int year) {
    Optional<SealedClose> close = closes.inForce(year);
    return query
        .find(year)
        .filter(made -> close.filter(now -> now.id() == made.closeId()).isPresent());
  }

  private List<ChangedFigure> changes(int year) {
    return head(year).isPresent() ? query.figures(year) : List.of();
  }

  private Map<String, Figure> figures(int year) {
    return catalogues.read(year).figures();
  }

  private static Set<Long> ids(List<LateFile> files) {
    return files.stream().map(LateFile::delivery).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Long> countedIds(List<CountedLate> files) {
    return files.stream().map(CountedLate::delivery).collect(Collectors.toCollection(TreeSet::new));
  }

  private static SignedIn person(Frame frame) {
    return frame.signedIn().orElseThrow();
  }
}
