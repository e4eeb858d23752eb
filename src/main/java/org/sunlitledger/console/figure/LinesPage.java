package org.sunlitledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
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
import org.sunlitledger.view.CodeTitles;
import org.sunlitledger.view.CodeWords;

/** The lines under a figure, or under one part of it. */
@Controller
final class LinesPage {
  private static final List<String> COLUMNS =
      List.of(
          "delivery",
          "register",
          "file",
          "line",
          "year",
          "township",
          "source",
          "month",
          "amount",
          "key",
          "label");

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

  /** A composed figure has no lines of its own: its page shows its parts. */
  @GetMapping(FigurePage.FIGURE + "/lines")
  String list(
      @PathVariable int year,
      @PathVariable String id,
      LineQuery query,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    Catalogue catalogue = figures.catalogue(year);
    Figure figure = figures.get(catalogue, id);
    if (figure.isComposed()) {
      return "redirect:/%d/figures/%s".formatted(year, id);
    }
    List<LineSet> sets = explanation.sets(year, figure);
    int side = query.side(sets.size());
    LineAddress address = new LineAddress(year, id, side);
    List<SubjectLine> read =
        lines.page(
            sets.get(side),
            query.filter(),
            LinePlace.of(query.slice().after().orElse(0L)),
            query.slice().read());
    describe(catalogue, figure, query, frame, model);
    model.addAttribute("side", side);
    model.addAttribute(
        "registers", sets.stream().map(set -> meaning.registers(set, frame)).toList());
    model.addAttribute(
        "page",
        ListPage.of(read, query.slice(), query.address(address), line -> line.place().number()));
    model.addAttribute("dimensions", new DimensionWords(titles, year, frame));
    model.addAttribute("dimensionList", List.of(Dimension.values()));
    model.addAttribute("words", words.codes(frame));
    return "figure/lines";
  }

  /** The number of lines of the filter and what they come to. */
  @GetMapping(FigurePage.FIGURE + "/lines/sum")
  String sum(
      @PathVariable int year,
      @PathVariable String id,
      LineQuery query,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    Catalogue catalogue = figures.catalogue(year);
    Figure figure = figures.get(catalogue, id);
    if (figure.isComposed()) {
      return "redirect:/%d/figures/%s".formatted(year, id);
    }
    List<LineSet> sets = explanation.sets(year, figure);
    int side = query.side(sets.size());
    LineSet set = sets.get(side);
    describe(catalogue, figure, query, frame, model);
    model.addAttribute("address", query.address(new LineAddress(year, id, side)).toString());
    model.addAttribute(
        "sum",
        figures
            .proofs(catalogue, frame)
            .total(figure, queue.take(() -> sums.total(set, query.filter()))));
    return "figure/sum";
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
    Figure figure = figures.get(figures.catalogue(year), id);
    List<LineSet> sets = explanation.sets(year, figure);
    CodeWords codes = words.codes(frame);
    DimensionWords dimensions = new DimensionWords(titles, year, frame);
    exports.send(
        new ListExport(
            "lines %d %s".formatted(year, id),
            frame.text("figure-lines.file", id, year),
            COLUMNS.stream().map(column -> frame.text("figure-lines.column." + column)).toList(),
            row ->
                sets.stream()
                    .skip(query.side(sets.size()))
                    .limit(1)
                    .forEach(
                        set ->
                            lines.of(
                                set,
                                query.filter(),
                                line -> row.accept(cells(figure, line, codes, dimensions))))),
        ending,
        person,
        request,
        response);
  }

  private void describe(
      Catalogue catalogue, Figure figure, LineQuery query, Frame frame, Model model) {
    model.addAttribute("year", catalogue.year());
    model.addAttribute("figure", figure);
    model.addAttribute("query", query);
    model.addAttribute("title", figures.titles(catalogue, frame).title(figure));
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
            line.label())
        .map(String::valueOf)
        .toList();
  }
}
