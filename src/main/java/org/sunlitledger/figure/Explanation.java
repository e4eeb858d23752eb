package org.sunlitledger.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.LineFilter;
import org.sunlitledger.rollup.LinePlace;
import org.sunlitledger.rollup.LineSet;
import org.sunlitledger.rollup.LineTable;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.rollup.YearMerge;
import org.sunlitledger.storage.StoredLines;

/** Where a figure comes from: its parts, their breakdowns, and the lines of files behind them. */
@Component
public final class Explanation {
  private final CatalogueReader catalogues;
  private final YearMerge merge;
  private final Lines lines;
  private final LineTable table;
  private final StoredLines stored;

  Explanation(
      CatalogueReader catalogues,
      YearMerge merge,
      Lines lines,
      LineTable table,
      StoredLines stored) {
    this.catalogues = catalogues;
    this.merge = merge;
    this.lines = lines;
    this.table = table;
    this.stored = stored;
  }

  /** The measured figures that a figure is made of; empty when there is no such figure. */
  public Optional<List<Figure>> leaves(int year, String id) {
    Catalogue catalogue = catalogues.read(year);
    return catalogue.find(id).map(catalogue::leaves);
  }

  /**
   * The figures of a year that a line of a delivery counts in by itself. Lists that show only some
   * members are left out, as it depends on other lines whether they show this one's.
   *
   * @param register of the delivery
   */
  public List<Figure> figuresOf(int year, String register, LinePlace place) {
    return stored.read(
        () ->
            catalogues.read(year).figures().values().stream()
                .filter(figure -> hasLine(figure, year, register, place))
                .toList());
  }

  private boolean hasLine(Figure figure, int year, String register, LinePlace place) {
    boolean isWhole =
        !(figure.source() instanceof Figure.Measured measured && measured.choice().isNarrow());
    return isWhole
        && sets(year, figure).stream()
            .anyMatch(
                set ->
                    set.measure().subject().registers().contains(register)
                        && lines.has(set, place));
  }

  /**
   * The lines behind a figure: none where its parts have them. Behind a key that two measures have
   * in common are the lines of the population, by which it is broken down, and then those of what
   * is counted.
   */
  public List<LineSet> sets(int year, Figure figure) {
    if (figure.source() instanceof Figure.Both both) {
      return List.of(
          LineSet.of(both.population(), year).within(both.counted()),
          LineSet.of(both.counted(), year).within(both.population()));
    }
    if (figure.source() instanceof Figure.Measured measured) {
      LineSet all = LineSet.of(measured.measure(), year);
      return List.of(measured.choice().isNarrow() ? all.of(shown(measured, year)) : all);
    }
    return List.of();
  }

  /** Every line behind a figure, with the part of the figure that it counts for. */
  public void lines(int year, List<Figure> leaves, BiConsumer<Figure, Lines.SubjectLine> each) {
    stored.read(
        () -> {
          for (Figure leaf : leaves) {
            for (LineSet set : sets(year, leaf)) {
              lines.of(set, LineFilter.ALL, line -> each.accept(leaf, line));
            }
          }
          return leaves;
        });
  }

  /**
   * Puts the lines of some deliveries behind measured figures into the table of lines.
   *
   * @param side a name for this state of things
   */
  public void tabulate(String side, int year, List<Figure> leaves, List<Long> deliveries) {
    for (Figure leaf : leaves) {
      for (LineSet set : sets(year, leaf)) {
        table.add(side, leaf.id(), set, deliveries);
      }
    }
  }

  private Set<String> shown(Figure.Measured measured, int year) {
    return measured.choice().of(merge.members(measured.measure(), year)).stream()
        .map(YearMerge.Member::key)
        .collect(Collectors.toSet());
  }

  /** A measured figure broken down. */
  public List<YearMerge.BreakdownPart> by(Dimension dimension, int year, Figure leaf) {
    if (leaf.source() instanceof Figure.Both both) {
      return merge.commonBy(dimension, both.counted(), both.population(), year);
    }
    return leaf.source() instanceof Figure.Measured measured
        ? merge.by(dimension, measured.measure(), year)
        : List.of();
  }

  /**
   * What lines add to a figure, as people write it; nothing where they are counted by their keys.
   */
  public static String amount(Figure leaf, BigDecimal amount) {
    return addsUp(leaf) ? leaf.exactly(amount) : "";
  }

  /** Whether a part's breakdown adds up: distinct counts may count a key in several cells. */
  public static boolean addsUp(Figure leaf) {
    return leaf.source() instanceof Figure.Measured measured && !measured.measure().countsKeys();
  }
}
