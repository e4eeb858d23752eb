package org.sunlitledger.close.ready;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.rollup.RollUps;
import org.sunlitledger.rollup.Subjects;

/** Whether the figures that people have seen still follow from the records. */
@Component
public final class Freshness {
  private final CatalogueReader catalogues;
  private final Figures figures;
  private final RollUps rollUps;
  private final Definitions definitions;

  Freshness(CatalogueReader catalogues, Figures figures, RollUps rollUps, Definitions definitions) {
    this.catalogues = catalogues;
    this.figures = figures;
    this.rollUps = rollUps;
    this.definitions = definitions;
  }

  /**
   * Asks the roll-ups and figures themselves. Where it says no, the caller's transaction has begun
   * to make them again and must be rolled back.
   */
  boolean isUpToDate(int year) {
    Subjects subjects = new Subjects(definitions);
    for (int open : rollUps.years()) {
      Catalogue catalogue = catalogues.read(open);
      if (open <= year
          && rollUps.make(open, catalogue.measures(), subjects, catalogue.version()) > 0) {
        return false;
      }
    }
    return said(figures.evaluate(catalogues.read(year))).equals(said(figures.of(year)));
  }

  /** What each figure says, by its id. */
  public static Map<String, SaidFigure> said(List<Computed> computed) {
    return computed.stream().collect(Collectors.toMap(f -> f.figure().id(), SaidFigure::of));
  }

  /** What a figure says, apart from how it is defined. */
  public record SaidFigure(String value, String text, String problem) {
    public static final SaidFigure NOTHING = new SaidFigure("", "", "");

    public static SaidFigure of(Computed figure) {
      return new SaidFigure(
          figure.value().orElse(""),
          figure.text().orElse(""),
          figure.problem().map(Object::toString).orElse(""));
    }
  }
}
