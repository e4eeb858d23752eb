package org.sunlitledger.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.rollup.Measure;

/**
 * What is open and may affect figures: a report that prints such a figure is a draft, and a year
 * with such figures cannot be closed. A file of no known register may be of any.
 */
@Component
public final class OpenGround {
  private final OpenItems items;
  private final CatalogueReader catalogues;

  OpenGround(OpenItems items, CatalogueReader catalogues) {
    this.items = items;
    this.catalogues = catalogues;
  }

  /** What is open now and not set aside; one look serves several reports. */
  public Open now() {
    return new Open(items.groups());
  }

  /** The same as it was counted with the last change: for pages, which nothing rests on. */
  public Open counted() {
    return new Open(items.counted());
  }

  /** What was set aside, of a year or under any of its figures, and not yet approved. */
  public List<OpenItem> unapproved(int year) {
    Catalogue catalogue = catalogues.read(year);
    List<Measure> measures = measures(catalogue, catalogue.figures().values());
    return items.setAside().stream()
        .filter(item -> item.approved().isEmpty())
        .filter(item -> isOf(catalogue, measures, item.register(), item.year()))
        .toList();
  }

  /** What was open at one moment. */
  public final class Open {
    private final List<OpenItems.OpenGroup> groups;

    Open(List<OpenItems.OpenGroup> groups) {
      this.groups = groups;
    }

    /** What is under figures of a year's catalogue. */
    List<OpenItems.OpenGroup> under(Catalogue catalogue, Collection<Figure> figures) {
      List<Measure> measures = measures(catalogue, figures);
      return groups.stream()
          .filter(group -> isUnder(catalogue, measures, group.register(), group.year()))
          .toList();
    }

    /** What is of a year or under any of its figures. */
    public List<OpenItems.OpenGroup> of(int year) {
      Catalogue catalogue = catalogues.read(year);
      List<Measure> measures = measures(catalogue, catalogue.figures().values());
      return groups.stream()
          .filter(group -> isOf(catalogue, measures, group.register(), group.year()))
          .toList();
    }
  }

  /** A sentence for people: the file, what of it is open, and by which numbers. */
  static String text(Messages problems, OpenItems.OpenGroup group) {
    return problems.text(
        "draft.open." + group.kind(),
        group.file(),
        group.count(),
        group.subject(),
        group.numbers());
  }

  private static boolean isOf(
      Catalogue catalogue, List<Measure> measures, Optional<String> register, int year) {
    return year == catalogue.year() || isUnder(catalogue, measures, register, year);
  }

  private static boolean isUnder(
      Catalogue catalogue, List<Measure> measures, Optional<String> register, int year) {
    return measures.stream()
        .anyMatch(measure -> standsOn(measure, catalogue.year(), register, year));
  }

  /** What figures rest on, each once: there may be many more files than measures. */
  private static List<Measure> measures(Catalogue catalogue, Collection<Figure> figures) {
    return figures.stream()
        .flatMap(figure -> catalogue.leaves(figure).stream())
        .flatMap(leaf -> leaf.source().measures().stream())
        .distinct()
        .toList();
  }

  private static boolean standsOn(
      Measure measure, int reportYear, Optional<String> register, int year) {
    boolean covers =
        switch (measure.span()) {
          case YEAR -> year == reportYear;
          case CUMULATIVE -> year <= reportYear;
        };
    return covers
        && (register.isEmpty()
            || measure.subject().registers().contains(register.get())
            || measure.subject().depends().containsValue(register.get()));
  }
}
