package org.sunlitledger.console.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.figure.FigureTitles;
import org.sunlitledger.view.figure.ProofWords;

/** The figures of a year as pages show them, beside those of the year before. */
@Component
class YearFigures {
  private final CatalogueReader catalogues;
  private final Figures figures;
  private final Registers registers;

  YearFigures(CatalogueReader catalogues, Figures figures, Registers registers) {
    this.catalogues = catalogues;
    this.figures = figures;
    this.registers = registers;
  }

  Catalogue catalogue(int year) {
    return catalogues.read(year);
  }

  /** A figure of the year; who asks for another one gets no page. */
  Figure get(Catalogue catalogue, String id) {
    return catalogue.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  FigureTitles titles(Catalogue catalogue, Frame frame) {
    return new FigureTitles(frame.messages().isChinese(), registers, catalogue);
  }

  ProofWords proofs(Catalogue catalogue, Frame frame) {
    return new ProofWords(frame.messages().isChinese(), titles(catalogue, frame));
  }

  /** Those that the query asks for, in the order of the report. */
  List<ListedFigure> list(int year, FigureQuery query, Frame frame) {
    Catalogue catalogue = catalogue(year);
    FigureTitles titles = titles(catalogue, frame);
    Map<String, Computed> before = new HashMap<>();
    figures.of(year - 1).forEach(figure -> before.put(figure.figure().id(), figure));
    return figures.of(catalogue).stream()
        .map(
            figure -> listed(titles, figure, Optional.ofNullable(before.get(figure.figure().id()))))
        .filter(query::matches)
        .toList();
  }

  /** One of them; one that was never computed has no value. */
  ListedFigure find(Catalogue catalogue, Figure figure, Frame frame) {
    Catalogue before = catalogue(catalogue.year() - 1);
    return listed(
        titles(catalogue, frame),
        kept(catalogue, figure),
        before.find(figure.id()).flatMap(same -> figures.find(before, same.id())));
  }

  /** The parts of a composed figure. */
  List<Computed> parts(Catalogue catalogue, Figure figure) {
    return figure.isComposed()
        ? figure.source().parts().stream()
            .map(part -> kept(catalogue, catalogue.get(part)))
            .toList()
        : List.of();
  }

  private Computed kept(Catalogue catalogue, Figure figure) {
    return figures.find(catalogue, figure.id()).orElseGet(() -> Computed.never(catalogue, figure));
  }

  private static ListedFigure listed(
      FigureTitles titles, Computed figure, Optional<Computed> before) {
    return new ListedFigure(
        figure,
        titles.title(figure.figure()),
        figure.problem().map(titles::problem).orElse(""),
        before.flatMap(Computed::text).map(text -> text + figure.figure().unit()).orElse(""));
  }
}
