package org.sunlitledger.report;

import org.sunlitledger.database.YamlNode;
import org.sunlitledger.database.Years;

/**
 * A report that can be filled.
 *
 * @param file that defines it
 * @param effective the years whose figures it prints
 */
public record ReportDefinition(
    String file, String name, String title, Years effective, String template) {

  static ReportDefinition read(String folder, YamlNode node) {
    node.allow(java.util.Set.of("name", "title", "effective", "template"));
    return new ReportDefinition(
        folder + "/report.yaml",
        node.text("name"),
        node.text("title"),
        Years.parse(folder, node.text("effective")),
        folder + "/" + node.text("template"));
  }
}
