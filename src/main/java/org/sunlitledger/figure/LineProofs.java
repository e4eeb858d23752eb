package org.sunlitledger.figure;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.figure.Figures.Computed;
import org.sunlitledger.figure.LineProof.LinesUnder;
import org.sunlitledger.rollup.LineSums;
import org.sunlitledger.rollup.YearMerge;
import org.sunlitledger.storage.StoredLines;

/** Computes figures again from their lines. */
@Component
public final class LineProofs {
  private final CatalogueReader catalogues;
  private final Figures figures;
  private final Explanation explanation;
  private final LineSums sums;
  private final YearMerge merge;
  private final RunLock lock;
  private final StoredLines stored;

  LineProofs(
      CatalogueReader catalogues,
      Figures figures,
      Explanation explanation,
      LineSums sums,
      YearMerge merge,
      RunLock lock,
      StoredLines stored) {
    this.catalogues = catalogues;
    this.figures = figures;
    this.explanation = explanation;
    this.sums = sums;
    this.merge = merge;
    this.lock = lock;
    this.stored = stored;
  }

  /** The proof of a figure; empty where the year has no such figure. */
  public Optional<LineProof> of(int year, String id) {
    Catalogue catalogue = catalogues.read(year);
    return catalogue.find(id).map(figure -> of(catalogue, figure));
  }

  /** The proof of a figure of a catalogue. */
  public LineProof of(Catalogue catalogue, Figure figure) {
    boolean inRun = lock.holder().isPresent();
    // the lines and the kept value of one moment
    return stored.read(() -> of(catalogue, figure, inRun));
  }

  private LineProof of(Catalogue catalogue, Figure figure, boolean inRun) {
    int year = catalogue.year();
    CountedNumbers numbers = new CountedNumbers(year, sums);
    List<LinesUnder> under =
        explanation.sets(year, figure).stream()
            .map(set -> new LinesUnder(set, sums.of(set)))
            .toList();
    under.forEach(lines -> numbers.know(lines.set(), lines.totals().all()));
    Evaluation evaluation = new Evaluation(catalogue, numbers, merge.delivered(year));
    return new LineProof(
        computed(catalogue, evaluation, figure),
        figures.find(catalogue, figure.id()),
        under,
        figure.isComposed()
            ? figure.source().parts().stream()
                .map(part -> computed(catalogue, evaluation, catalogue.get(part)))
                .toList()
            : List.of(),
        inRun);
  }

  private static Computed computed(Catalogue catalogue, Evaluation evaluation, Figure figure) {
    return Figures.computed(catalogue, figure, evaluation.value(figure), Optional.empty());
  }
}
