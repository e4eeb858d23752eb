package org.sunlitledger.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parts of a release in the format of CycloneDX. Maven lists the libraries; what is no library,
 * the Java runtime and PostgreSQL, is added.
 */
final class BillOfMaterials {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String COMPONENTS = "components";
  private static final String LICENCES = "licenses";

  private final ObjectNode bill;
  private final Map<String, String> texts = new TreeMap<>();

  private BillOfMaterials(ObjectNode bill) {
    this.bill = bill;
  }

  /** Reads one that includes the texts of licences. */
  static BillOfMaterials read(Path file) throws IOException {
    return new BillOfMaterials((ObjectNode) JSON.readTree(Files.readString(file)));
  }

  /** Keeps only the libraries whose artifact is wanted. */
  void keep(Predicate<String> artifact) {
    List<String> left = new ArrayList<>();
    JsonNode components = bill.path(COMPONENTS);
    ArrayNode kept = bill.putArray(COMPONENTS);
    for (JsonNode component : components) {
      if (artifact.test(component.path("name").asString())) {
        kept.add(component);
      } else {
        left.add(component.path("bom-ref").asString());
      }
    }
    JsonNode dependencies = bill.path("dependencies");
    ArrayNode keptDependencies = bill.putArray("dependencies");
    for (JsonNode dependency : dependencies) {
      if (!left.contains(dependency.path("ref").asString())) {
        JsonNode uses = dependency.path("dependsOn");
        ArrayNode keptUses = ((ObjectNode) dependency).putArray("dependsOn");
        uses.forEach(
            use -> {
              if (!left.contains(use.asString())) {
                keptUses.add(use);
              }
            });
        keptDependencies.add(dependency);
      }
    }
  }

  /** Adds what is no library. */
  void add(Part part) {
    ObjectNode component = bill.withArray(COMPONENTS).addObject();
    component.put("type", "framework");
    component.put("bom-ref", part.name() + "@" + part.version());
    component.put("name", part.name());
    component.put("version", part.version());
    ArrayNode licences = component.putArray(LICENCES);
    for (String licence : part.licences()) {
      // the identifiers of SPDX have no blanks
      String key = licence.contains(" ") ? "name" : "id";
      licences.addObject().putObject("license").put(key, licence);
    }
  }

  /** All parts, in the order of the bill. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (JsonNode component : bill.path(COMPONENTS)) {
      List<String> licences = new ArrayList<>();
      for (JsonNode choice : component.path(LICENCES)) {
        licences.add(
            choice.has("expression")
                ? choice.path("expression").asString()
                : nameOf(choice.path("license")));
      }
      parts.add(
          new Part(
              component.path("name").asString(), component.path("version").asString(), licences));
    }
    return parts;
  }

  /** Takes the texts of the licences out of the bill. The key is the identifier of SPDX. */
  Map<String, String> takeTexts() {
    for (JsonNode component : bill.path(COMPONENTS)) {
      for (JsonNode choice : component.path(LICENCES)) {
        if (choice.path("license") instanceof ObjectNode licence && licence.has("text")) {
          String text = licence.path("text").path("content").asString();
          texts.put(
              nameOf(licence),
              new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8));
          licence.remove("text");
        }
      }
    }
    return texts;
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(bill) + "\n");
  }

  private static String nameOf(JsonNode licence) {
    return licence.has("id") ? licence.path("id").asString() : licence.path("name").asString();
  }
}
