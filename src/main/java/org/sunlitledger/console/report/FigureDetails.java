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
import org.sunlitledger.register.Registers;
import org.sunlitledger.rollup.Measure.Span;
import org.sunlitledger.rollup.YearMerge;
import org.sunlitledger.view.figure.FigureTitles;

/** What is shown beside the figures of a year's reports. */
@Component
class FigureDetails {
  private final CatalogueReader catalogues;
  private final Figures figures;
  private final YearMerge merge;
  private final Registers registers;

  FigureDetails(CatalogueReader catalogues, Figures figures, YearMerge merge, Registers registers) {
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
    FigureTitles titles = new FigureTitles(frame.messages().isChinese(), registers, catalogue);
    Map<String, FigureDetail> details = new HashMap<>();
    for (Figures.Computed computed : figures.of(year)) {
      Figure figure = computed.figure();
      details.put(
          figure.id(),
          new FigureDetail(
              figure.id() + " " + titles.title(figure),
              computed.exactly(),
              figure.source() instanceof Figure.Measured measured && !measured.measure().isList()
                  ? Optional.of(lines.getOrDefault(measured.measure().id(), 0L))
                  : Optional.empty(),
              computed.problem().map(titles::problem).orElse("")));
    }
    return details;
  }
}
