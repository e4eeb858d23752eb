package org.sunlitledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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

/** The figures of a year, in the order of the report. */
@Controller
final class FiguresPage {
  private static final List<String> COLUMNS =
      List.of("figure", "title", "text", "exact", "problem", "before");

  private final YearFigures figures;
  private final Exports exports;

  FiguresPage(YearFigures figures, Exports exports) {
    this.figures = figures;
    this.exports = exports;
  }

  @GetMapping("/{year:[0-9]{4}}/figures")
  String list(
      @PathVariable int year,
      FigureQuery query,
      @ModelAttribute("frame") Frame frame,
      Model model) {
    model.addAttribute("year", year);
    model.addAttribute("query", query);
    model.addAttribute("figures", figures.list(year, query, frame));
    return "figure/figures";
  }

  @GetMapping("/{year:[0-9]{4}}/figures.{ending:xlsx|csv}")
  void file(
      @PathVariable int year,
      @PathVariable String ending,
      FigureQuery query,
      @AuthenticationPrincipal SignedIn person,
      @ModelAttribute("frame") Frame frame,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    exports.send(
        ListExport.of(
            "figures " + year,
            frame.text("figures.file", year),
            "figures",
            COLUMNS,
            frame,
            row -> figures.list(year, query, frame).forEach(figure -> row.accept(cells(figure)))),
        ending,
        person,
        request,
        response);
  }

  private static List<String> cells(ListedFigure figure) {
    return List.of(
        figure.id(),
        figure.title(),
        figure.text(),
        figure.computed().exactly().orElse(""),
        figure.problem(),
        figure.before());
  }
}
