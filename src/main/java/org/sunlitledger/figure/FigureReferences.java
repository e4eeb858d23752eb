package org.sunlitledger.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.figure.Figure.Measured;

/**
 * What figures and proofs are made of: figures that exist, and never the figure itself.
 *
 * @param all the figures of the year by their ids
 */
record FigureReferences(int year, Map<String, Placed> all) {

  /** A figure with where it is defined. */
  record Placed(Figure figure, YamlNode place) {}

  /** Complains of the first figure that cannot be computed. */
  void check() {
    Set<String> sound = new HashSet<>();
    all.values().forEach(figure -> follow(figure, List.of(), sound));
    all.values().forEach(this::checkAdded);
  }

  /** What is added up over the years is the same measure of each year. */
  private void checkAdded(Placed whole) {
    String id = whole.figure().id();
    for (String added : whole.figure().adds().stream().toList()) {
      Figure part = find(added, "figure " + id, whole.place()).figure();
      if (!(whole.figure().source() instanceof Measured sum)
          || !(part.source() instanceof Measured year)
          || !sum.measure().addsUp(year.measure())) {
        throw whole
            .place()
            .problem(
                "figure %s: 'adds' must name the figure with the same sum or count of a single year, and %s is none"
                    .formatted(id, added));
      }
    }
  }

  /** Complains when a proof names a figure that does not exist. */
  void check(Proof proof, YamlNode place) {
    for (List<String> side : List.of(proof.left(), proof.right())) {
      if (side.isEmpty()) {
        throw place.problem("proof %s: both sides must name figures".formatted(proof.id()));
      }
      side.forEach(part -> find(part, "proof " + proof.id(), place));
    }
  }

  private void follow(Placed whole, List<String> way, Set<String> sound) {
    String id = whole.figure().id();
    List<String> on = new ArrayList<>(way);
    on.add(id);
    if (way.contains(id)) {
      throw whole
          .place()
          .problem(
              "figure %s is made of itself: %s"
                  .formatted(id, String.join(" → ", on.subList(on.indexOf(id), on.size()))));
    }
    if (!sound.contains(id)) {
      for (String part : whole.figure().source().parts()) {
        follow(find(part, "figure " + id, whole.place()), on, sound);
      }
      sound.add(id);
    }
  }

  /** The figure of that id; an error that names what is made of it when there is none. */
  Placed find(String part, String whole, YamlNode place) {
    Placed found = all.get(part);
    if (found == null) {
      throw place.problem("%s: there is no figure %s in %d".formatted(whole, part, year));
    }
    return found;
  }
}
