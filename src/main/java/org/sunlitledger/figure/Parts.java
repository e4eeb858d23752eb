package org.sunlitledger.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlitledger.definition.YamlNode;

/**
 * What figures and proofs are made of: figures that exist, and never the figure itself.
 *
 * @param all the figures of the year by their ids
 */
record Parts(int year, Map<String, Placed> all) {

  /** A figure with where it is defined. */
  record Placed(Figure figure, YamlNode place) {}

  /** Complains of the first figure that cannot be computed. */
  void check() {
    Set<String> sound = new HashSet<>();
    all.values().forEach(figure -> follow(figure, List.of(), sound));
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

  /** The figure of that id; a complaint that names what is made of it when there is none. */
  Placed find(String part, String whole, YamlNode place) {
    Placed found = all.get(part);
    if (found == null) {
      throw place.problem("%s: there is no figure %s in %d".formatted(whole, part, year));
    }
    return found;
  }
}
