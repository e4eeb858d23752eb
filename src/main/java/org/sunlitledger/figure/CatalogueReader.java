package org.sunlitledger.figure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.definition.Years;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.rollup.Subject;
import org.sunlitledger.rollup.Subjects;

/** Reads the figure catalogue from {@code jobs/figures}; a closed year keeps the one it had. */
@Component
public final class CatalogueReader {
  private static final Set<String> FILE = Set.of("figures", "proofs", "tables");

  private final ClosedYears closed;
  private final Map<Key, Catalogue> read = new ConcurrentHashMap<>();

  public CatalogueReader(ClosedYears closed) {
    this.closed = closed;
  }

  /** Definitions are read once and then stay as they are. */
  private record Key(int year, Definitions definitions) {}

  /** The figures, tables' cells included, that hold for a report year. */
  public Catalogue read(int year) {
    return read.computeIfAbsent(
        new Key(year, closed.definitions(year)), key -> read(key.year(), key.definitions()));
  }

  /** The same from other definitions than those the year is based on. */
  public static Catalogue read(int year, Definitions definitions) {
    Subjects subjects = new Subjects(definitions);
    Map<String, FigureReferences.Placed> unordered = new HashMap<>();
    Map<Proof, YamlNode> proofs = new LinkedHashMap<>();
    FigureReader reader = new FigureReader(subjects);
    List<YamlNode> common = new ArrayList<>();
    for (YamlNode file : definitions.yaml("jobs/figures")) {
      file.allow(FILE);
      for (YamlNode node : file.nodes("figures")) {
        if (holds(node, year)) {
          if (FigureReader.isBoth(node)) {
            common.add(node);
          } else {
            add(unordered, node, reader.figure(node));
          }
        }
      }
      for (YamlNode node : file.nodes("tables")) {
        if (holds(node, year)) {
          TableReader table = new TableReader(node, reader);
          table.cells().forEach(cell -> add(unordered, node, cell));
          table.proofs().forEach(proof -> proofs.put(proof, node));
        }
      }
      for (YamlNode node : file.nodes("proofs")) {
        if (holds(node, year)) {
          proofs.put(reader.proof(node), node);
        }
      }
    }
    FigureReferences known = new FigureReferences(year, unordered);
    for (YamlNode node : common) {
      String whole = "figure " + node.text("id");
      add(unordered, node, FigureReader.both(node, part -> known.find(part, whole, node).figure()));
    }
    Map<String, FigureReferences.Placed> figures = ordered(unordered);
    FigureReferences parts = new FigureReferences(year, figures);
    parts.check();
    if (!definitions.areKept()) {
      // a closed year keeps its figures, also those that would be refused today
      new Shares(figures).check();
    }
    proofs.forEach(parts::check);
    Map<String, Figure> byId = new LinkedHashMap<>();
    figures.forEach((id, placed) -> byId.put(id, placed.figure()));
    return new Catalogue(year, byId, List.copyOf(proofs.keySet()), version(definitions, subjects));
  }

  private static Map<String, FigureReferences.Placed> ordered(
      Map<String, FigureReferences.Placed> figures) {
    Map<String, FigureReferences.Placed> ordered = new LinkedHashMap<>();
    figures.keySet().stream()
        .sorted(NaturalOrder.INSTANCE)
        .forEach(id -> ordered.put(id, figures.get(id)));
    return ordered;
  }

  private static void add(
      Map<String, FigureReferences.Placed> figures, YamlNode node, Figure figure) {
    if (figures.put(figure.id(), new FigureReferences.Placed(figure, node)) != null) {
      throw node.problem("figure %s is defined twice".formatted(figure.id()));
    }
  }

  private static boolean holds(YamlNode node, int year) {
    try {
      return node.find("effective")
          .map(years -> Years.parse(node.text("id"), years))
          .orElse(Years.ALWAYS)
          .contains(year);
    } catch (DefinitionException notYears) {
      throw node.problem(String.valueOf(notYears.getMessage()));
    }
  }

  private static String version(Definitions definitions, Subjects subjects) {
    StringBuilder all = new StringBuilder();
    definitions.list("jobs/figures", ".yaml").forEach(name -> all.append(definitions.text(name)));
    subjects.all().stream().map(Subject::toString).forEach(all::append);
    return Sha256.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
