package org.sunlitledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.Exports;
import org.sunlitledger.console.list.ListExport;
import org.sunlitledger.console.list.ListPage;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.LinePlace;
import org.sunlitledger.rollup.LineSet;
import org.sunlitledger.rollup.LineSums;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.rollup.Lines.SubjectLine;
import org.sunlitledger.rollup.YearMerge.MergedTotal;
import org.sunlitledger.view.CodeTitles;
import org.sunlitledger.view.CodeWords;

/** The lines under a figure, or under one part of it. */
@Controller
final class LinesPage {
  private final YearFigures figures;
  private final FigureMeaning meaning;
  private final Explanation explanation;
  private final Lines lines;
  private final LineSums sums;
  private final ProofQueue queue;
  private final CodeTitles titles;
  private final PageWords words;
  private final Exports exports;

  LinesPage(
      YearFigures figures,
      FigureMeaning meaning,
      Explanation explanation,
      Lines lines,
      LineSums sums,
      ProofQueue queue,
      CodeTitles titles,
      PageWords words,
      Exports exports) {
    this.figures = figures;
    this.meaning = meaning;
    this.explanation = explanation;
    this.lines = lines;
    this.sums = sums;
    this.queue = queue;
    this.titles = titles;
    this.words = words;
    this.exports = exports;
  }

  /** One of the sets of lines under a figure. */
  private record AskedLines(Catalogue catalogue, Figure figure, List<LineSet> sets, int side) {
    LineSet set() {
      return sets.get(side);
    }

    LineAddress address() {
      return new LineAddress(catalogue.year(), figure.id(), side);
    }
  }

  /** A composed figure has no lines of its own: its page shows its parts. */
  @GetMapping(FigurePage.FIGURE + "/lines")
  String list(
      @PathVariable int year,
      @PathVariable String id,
      LineQuery query,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    return asked(year, id, query)
        .map(asked -> list(asked, query, frame, model))
        .orElseGet(() -> parts(year, id));
  }

  /** The number of lines of the filter, and their sum. */
  @GetMapping(FigurePage.FIGURE + "/lines/sum")
  String sum(
      @PathVariable int year,
      @PathVariable String id,
      LineQuery query,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return asked(year, id, query)
        .map(
            asked -> {
              String title = figures.titles(asked.catalogue(), frame).title(asked.figure());
              String address = query.sum(asked.address());
              return queue
                  .take(address, MergedTotal.class, () -> sums.total(asked.set(), query.filter()))
                  .map(total -> sum(asked, total, query, frame, model))
                  .orElseGet(
                      () ->
                          StillAdding.page(
                              "sum",
                              address,
                              frame.text("figure-lines.sum", asked.figure().id() + " " + title),
                              request,
                              response,
                              model));
            })
        .orElseGet(() -> parts(year, id));
  }

  @GetMapping(FigurePage.FIGURE + "/lines.{ending:xlsx|csv}")
  void file(
      @PathVariable int year,
      @PathVariable String id,
      @PathVariable String ending,
      LineQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    AskedLines asked =
        asked(year, id, query).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    CodeWords codes = words.codes(frame);
    DimensionWords dimensions = new DimensionWords(titles, year, frame);
    exports.send(
        ListExport.of(
            "lines %d %s".formatted(year, id),
            frame.text("figure-lines.file", id, year),
            "figure-lines",
            SubjectLine.COLUMNS,
            frame,
            row ->
                lines.of(
                    asked.set(),
                    query.filter(),
                    line -> row.accept(cells(asked.figure(), line, codes, dimensions)))),
        ending,
        person,
        request,
        response);
  }

  private Optional<AskedLines> asked(int year, String id, LineQuery query) {
    Catalogue catalogue = figures.catalogue(year);
    Figure figure = figures.get(catalogue, id);
    List<LineSet> sets = explanation.sets(year, figure);
    return sets.isEmpty()
        ? Optional.empty()
        : Optional.of(new AskedLines(catalogue, figure, sets, query.side(sets.size())));
  }

  private static String parts(int year, String id) {
    return "redirect:/%d/figures/%s".formatted(year, id);
  }

  private String list(AskedLines asked, LineQuery query, Frame frame, Model model) {
    List<SubjectLine> read =
        lines.page(
            asked.set(),
            query.filter(),
            LinePlace.of(query.slice().after().orElse(0L)),
            query.slice().read());
    describe(asked, query, frame, model);
    model.addAttribute("side", asked.side());
    model.addAttribute(
        "registers", asked.sets().stream().map(set -> meaning.registers(set, frame)).toList());
    model.addAttribute(
        "page",
        ListPage.of(
            read, query.slice(), query.address(asked.address()), line -> line.place().number()));
    model.addAttribute("dimensions", new DimensionWords(titles, asked.catalogue().year(), frame));
    model.addAttribute("dimensionList", List.of(Dimension.values()));
    model.addAttribute("words", words.codes(frame));
    return "figure/lines";
  }

  private String sum(
      AskedLines asked, MergedTotal total, LineQuery query, Frame frame, Model model) {
    describe(asked, query, frame, model);
    model.addAttribute("address", query.address(asked.address()).toString());
    model.addAttribute(
        "sum", figures.proofs(asked.catalogue(), frame).total(asked.figure(), total));
    return "figure/sum";
  }

  private void describe(AskedLines asked, LineQuery query, Frame frame, Model model) {
    model.addAttribute("year", asked.catalogue().year());
    model.addAttribute("figure", asked.figure());
    model.addAttribute("query", query);
    model.addAttribute("title", figures.titles(asked.catalogue(), frame).title(asked.figure()));
  }

  private static List<String> cells(
      Figure figure, SubjectLine line, CodeWords codes, DimensionWords dimensions) {
    return Stream.of(
            line.delivery(),
            codes.register(line.register()).words(),
            line.file(),
            line.line(),
            line.year(),
            dimensions.title(Dimension.TOWNSHIP, line.township()),
            dimensions.title(Dimension.SOURCE, line.source()),
            line.month(),
            ListedLine.amount(figure, line),
            ListedLine.key(line),
            ListedLine.label(line))
        .map(String::valueOf)
        .toList();
  }
}
