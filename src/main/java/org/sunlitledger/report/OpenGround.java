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
import org.sunlitledger.quantity.Messages;
import org.sunlitledger.rollup.Measure;

/**
 * What is open that figures may stand on: a report that prints such a figure is a draft, and a year
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

  /** What is open and not set aside, under figures of a year's catalogue. */
  List<OpenItems.Group> under(Catalogue catalogue, Collection<Figure> figures) {
    return items.groups().stream()
        .filter(group -> isUnder(catalogue, figures, group.register(), group.year()))
        .toList();
  }

  /** What is open and not set aside, of a year or under any of its figures. */
  public List<OpenItems.Group> of(int year) {
    Catalogue catalogue = catalogues.read(year);
    return items.groups().stream()
        .filter(group -> isOf(catalogue, group.register(), group.year()))
        .toList();
  }

  /** What was set aside, of a year or under any of its figures, and not yet approved. */
  public List<OpenItem> unapproved(int year) {
    Catalogue catalogue = catalogues.read(year);
    return items.setAside().stream()
        .filter(item -> item.approved().isEmpty())
        .filter(item -> isOf(catalogue, item.register(), item.year()))
        .toList();
  }

  /** A sentence for people: the file, what of it is open, and by which numbers. */
  static String text(Messages problems, OpenItems.Group group) {
    return problems.text(
        "draft.open." + group.kind(),
        group.file(),
        group.count(),
        group.subject(),
        group.numbers());
  }

  private static boolean isOf(Catalogue catalogue, Optional<String> register, int year) {
    return year == catalogue.year()
        || isUnder(catalogue, catalogue.figures().values(), register, year);
  }

  private static boolean isUnder(
      Catalogue catalogue, Collection<Figure> figures, Optional<String> register, int year) {
    return figures.stream()
        .flatMap(figure -> catalogue.leaves(figure).stream())
        .flatMap(leaf -> leaf.source().measures().stream())
        .anyMatch(measure -> standsOn(measure, catalogue.year(), register, year));
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
