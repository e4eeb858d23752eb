package org.sunlitledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.DownloadLog;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.figure.LineProof;
import org.sunlitledger.figure.LineProof.LinesUnder;
import org.sunlitledger.figure.LineProofs;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.LineFilter;
import org.sunlitledger.rollup.LinePlace;
import org.sunlitledger.rollup.LineSet;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.view.CodeTitles;

/** One figure: its number, what counts in it, the proof from its lines, and the first lines. */
@Controller
final class FigurePage {
  static final String FIGURE = "/{year:[0-9]{4}}/figures/{id:[A-Za-z0-9_-]{1,60}}";
  private static final int FIRST_LINES = 10;
  private static final int MOST_FILES = 100;

  private final YearFigures figures;
  private final FigureMeaning meaning;
  private final Explanation explanation;
  private final LineProofs proofs;
  private final ProofQueue queue;
  private final Lines lines;
  private final CodeTitles titles;
  private final PageWords words;
  private final DownloadLog log;

  FigurePage(
      YearFigures figures,
      FigureMeaning meaning,
      Explanation explanation,
      LineProofs proofs,
      ProofQueue queue,
      Lines lines,
      CodeTitles titles,
      PageWords words,
      DownloadLog log) {
    this.figures = figures;
    this.meaning = meaning;
    this.explanation = explanation;
    this.proofs = proofs;
    this.queue = queue;
    this.lines = lines;
    this.titles = titles;
    this.words = words;
    this.log = log;
  }

  @GetMapping(FIGURE)
  String show(
      @PathVariable int year,
      @PathVariable String id,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    Catalogue catalogue = figures.catalogue(year);
    Figure figure = figures.get(catalogue, id);
    List<LineSet> sets = explanation.sets(year, figure);
    ListedFigure listed = figures.find(catalogue, figure, frame);
    List<Computed> parts = figures.parts(catalogue, figure);
    model.addAttribute("year", year);
    model.addAttribute("figure", listed);
    model.addAttribute("meaning", meaning.of(figure, sets, frame));
    model.addAttribute("parts", parts);
    model.addAttribute(
        "arithmetic",
        figures.proofs(catalogue, frame).arithmetic(figure, parts, listed.computed()));
    model.addAttribute("titles", figures.titles(catalogue, frame));
    model.addAttribute(
        "first",
        sets.stream()
            .map(set -> lines.page(set, LineFilter.ALL, LinePlace.START, FIRST_LINES))
            .toList());
    model.addAttribute(
        "registers", sets.stream().map(set -> meaning.registers(set, frame)).toList());
    model.addAttribute("dimensions", new DimensionWords(titles, year, frame));
    model.addAttribute("words", words.codes(frame));
    return "figure/figure";
  }

  /**
   * The proof from the lines. Pages load it when they are shown; it takes seconds for a million
   * lines, and what takes longer is asked for again.
   */
  @GetMapping(FIGURE + "/proof")
  String proof(
      @PathVariable int year,
      @PathVariable String id,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Catalogue catalogue = figures.catalogue(year);
    Figure figure = figures.get(catalogue, id);
    String address = "/%d/figures/%s/proof".formatted(year, figure.id());
    Optional<LineProof> made =
        queue.take(address, LineProof.class, () -> proofs.of(catalogue, figure));
    if (made.isEmpty()) {
      String name = figure.id() + " " + figures.titles(catalogue, frame).title(figure);
      return StillAdding.page(
          "sentence", address, frame.text("figure.proof.title", name), request, response, model);
    }
    LineProof proof = made.get();
    if (proof.differs()) {
      log.record(
          AccessKind.FIGURE_DIFFERS,
          person,
          request.getRemoteAddr(),
          "%d %s: %s <> %s"
              .formatted(
                  year,
                  id,
                  proof.counted().value().orElse("-"),
                  proof.kept().flatMap(Computed::value).orElse("-")));
    }
    model.addAttribute("year", year);
    model.addAttribute("figure", figure);
    model.addAttribute("proof", proof);
    model.addAttribute("sentence", figures.proofs(catalogue, frame).sentence(proof));
    model.addAttribute("titles", figures.titles(catalogue, frame));
    model.addAttribute("sides", sides(year, proof, frame));
    model.addAttribute("mostFiles", MOST_FILES);
    model.addAttribute("words", words.codes(frame));
    return "figure/proof";
  }

  private List<ProvedSide> sides(int year, LineProof proof, Frame frame) {
    DimensionWords dimensions = new DimensionWords(titles, year, frame);
    return IntStream.range(0, proof.under().size())
        .mapToObj(
            side -> {
              LinesUnder under = proof.under().get(side);
              LineAddress address = new LineAddress(year, proof.figure().id(), side);
              return new ProvedSide(
                  meaning.registers(under.set(), frame),
                  under,
                  address,
                  Arrays.stream(Dimension.values())
                      .map(
                          dimension ->
                              Breakdown.of(
                                  proof.figure(),
                                  dimension,
                                  under.totals().parts(dimension),
                                  address,
                                  dimensions))
                      .toList());
            })
        .toList();
  }
}
