package org.sunlitledger.figure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.database.YamlNode;
import org.sunlitledger.database.Years;
import org.sunlitledger.quantity.Digests;
import org.sunlitledger.rollup.Subject;
import org.sunlitledger.rollup.Subjects;

/** Reads the figure catalogue from {@code jobs/figures}; a closed year keeps the one it had. */
@Component
public final class CatalogueReader {
  private static final Set<String> FILE = Set.of("figures", "proofs", "tables");

  private final ClosedYears closed;

  public CatalogueReader(ClosedYears closed) {
    this.closed = closed;
  }

  /** The figures, tables' cells included, that hold for a report year. */
  public Catalogue read(int year) {
    return read(year, closed.definitions(year));
  }

  /** The same from other definitions than those the year stands on. */
  public static Catalogue read(int year, Definitions definitions) {
    Subjects subjects = new Subjects(definitions);
    Map<String, Figure> figures = new TreeMap<>(NaturalOrder.INSTANCE);
    List<Proof> proofs = new ArrayList<>();
    FigureReader reader = new FigureReader(subjects);
    for (YamlNode file : definitions.yaml("jobs/figures")) {
      file.allow(FILE);
      for (YamlNode node : file.nodes("figures")) {
        if (holds(node, year)) {
          add(figures, node, reader.figure(node));
        }
      }
      for (YamlNode node : file.nodes("tables")) {
        if (holds(node, year)) {
          TableReader table = new TableReader(node, reader);
          table.cells().forEach(cell -> add(figures, node, cell));
          proofs.addAll(table.proofs());
        }
      }
      for (YamlNode node : file.nodes("proofs")) {
        if (holds(node, year)) {
          proofs.add(reader.proof(node));
        }
      }
    }
    Catalogue catalogue =
        new Catalogue(year, figures, List.copyOf(proofs), version(definitions, subjects));
    catalogue.figures().values().forEach(catalogue::leaves);
    return catalogue;
  }

  private static void add(Map<String, Figure> figures, YamlNode node, Figure figure) {
    if (figures.put(figure.id(), figure) != null) {
      throw node.problem("figure %s is defined twice".formatted(figure.id()));
    }
  }

  private static boolean holds(YamlNode node, int year) {
    return node.find("effective")
        .map(years -> Years.parse(node.text("id"), years))
        .orElse(Years.ALWAYS)
        .contains(year);
  }

  private static String version(Definitions definitions, Subjects subjects) {
    StringBuilder all = new StringBuilder();
    definitions.list("jobs/figures", ".yaml").forEach(name -> all.append(definitions.text(name)));
    subjects.all().stream().map(Subject::toString).forEach(all::append);
    return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
