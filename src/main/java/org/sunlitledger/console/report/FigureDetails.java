package org.sunlitledger.console.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Registers;
import org.sunlitledger.rollup.Measure.Span;
import org.sunlitledger.rollup.YearMerge;

/** What is shown beside the figures of a year's reports. */
@Component
class FigureDetails {
  private final CatalogueReader catalogues;
  private final Figures figures;
  private final YearMerge merge;
  private final Registers registers;

  FigureDetails(
      CatalogueReader catalogues, Figures figures, YearMerge merge, Registers registers) {
    this.catalogues = catalogues;
    this.figures = figures;
    this.merge = merge;
    this.registers = registers;
  }

  /** By the figures' ids. */
  Map<String, FigureDetail> of(int year, Frame frame) {
    Catalogue catalogue = catalogues.read(year);
    Map<String, Long> lines = new HashMap<>();
    for (Span span : Span.values()) {
      lines.putAll(merge.lines(year, span, catalogue.measures()));
    }
    boolean isChinese = frame.messages().isChinese();
    Messages problems = isChinese ? Messages.chinese("problems") : Messages.english("problems");
    Map<String, FigureDetail> details = new HashMap<>();
    for (Figures.Computed computed : figures.of(year)) {
      Figure figure = computed.figure();
      details.put(
          figure.id(),
          new FigureDetail(
              title(figure, isChinese),
              computed.exactly(),
              figure.source() instanceof Figure.Measured measured && !measured.measure().isList()
                  ? Optional.of(lines.getOrDefault(measured.measure().id(), 0L))
                  : Optional.empty(),
              computed
                  .problem()
                  .map(problem -> problem.text(problems, name -> title(catalogue, name, isChinese)))
                  .orElse("")));
    }
    return details;
  }

  private String title(Catalogue catalogue, String name, boolean isChinese) {
    return registers
        .find(name)
        .map(found -> isChinese ? found.title() : found.description())
        .or(() -> catalogue.find(name).map(figure -> title(figure, isChinese)))
        .orElse(name);
  }

  private static String title(Figure figure, boolean isChinese) {
    return figure.id() + " " + (isChinese ? figure.title() : figure.titleEn());
  }
}
