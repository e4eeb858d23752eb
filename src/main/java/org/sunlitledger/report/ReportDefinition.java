package org.sunlitledger.report;

import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.definition.Years;

/**
 * A report that can be filled.
 *
 * @param file that defines it
 * @param effective the years whose figures it prints
 */
public record ReportDefinition(
    String file, String name, String title, Years effective, String template) {

  static ReportDefinition read(String folder, YamlNode node) {
    String file = folder + "/report.yaml";
    node.allow(java.util.Set.of("name", "title", "effective", "template"));
    String name = node.text("name");
    if (name.isBlank() || name.contains("/") || name.contains("\\")) {
      throw node.problem("'name' names the report's files, found '%s'".formatted(name));
    }
    return new ReportDefinition(
        file,
        name,
        node.text("title"),
        Years.parse(file, node.text("effective")),
        folder + "/" + node.text("template"));
  }
}
