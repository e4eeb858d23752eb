package org.sunlitledger.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.rollup.Measure;

/**
 * The figures that hold for a report year, in the order of their ids.
 *
 * @param version digest of the definitions: a roll-up made with another one is made again
 */
public record Catalogue(int year, Map<String, Figure> figures, List<Proof> proofs, String version) {

  public Optional<Figure> find(String id) {
    return Optional.ofNullable(figures.get(id));
  }

  public Figure get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no figure " + id));
  }

  /** Every measure, each once. */
  public List<Measure> measures() {
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (Figure figure : figures.values()) {
      if (figure.source() instanceof Figure.Measured measured) {
        measures.put(measured.measure().id(), measured.measure());
      }
    }
    return List.copyOf(measures.values());
  }

  /** The figures with lines of their own that a figure is made of; itself when it has some. */
  public List<Figure> leaves(Figure figure) {
    return figure.isComposed()
        ? figure.source().parts().stream().flatMap(part -> leaves(get(part)).stream()).toList()
        : List.of(figure);
  }
}
