package org.sunlitledger.close;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.Closes.Close;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.ReportDefinition;
import org.sunlitledger.report.Reports;

/** All that is frozen when a year is closed. */
@Component
final class SnapshotContents {
  /** The part that says what was closed, when and by whom. */
  static final String CLOSE = "close.csv";

  private static final String REPORTS = "reports/";

  private static final Map<String, String> DEFINITIONS =
      new TreeMap<>(
          Map.of(
              "jobs", ".yaml",
              "jobs/registers", ".yaml",
              "jobs/codes", ".yaml",
              "jobs/parameters", ".yaml",
              "jobs/figures", ".yaml",
              "sql/subjects", ".sql",
              "sql/checks", ".sql",
              "sql/matching", ".sql",
              "sql/discrepancies", ".sql",
              "sql/reconciliation", ".sql"));
  private static final String DISCREPANCIES =
      """
      select id, kind, key, evidence, severity, source, amount, since, found, status,
        resolved_as, why, resolved_by, resolved_at, approved_by, approved_at
      from discrepancy
      where year = :year
      order by kind, key
      """;

  private static final String OPEN_ITEMS =
      """
      select i.id, d.name, d.register, d.sha256, i.kind, i.line, i.subject, i.found_at,
        i.set_aside_by, i.set_aside_at, i.why, i.approved_by, i.approved_at
      from open_item i
      join delivery d on d.id = i.delivery_id
      where d.year = :year
        and i.set_aside_at is not null
      order by i.id
      """;
  private final YearTables tables;
  private final TableText text;
  private final Definitions definitions;
  private final Reports reports;
  private final ObjectProvider<Exhibit> exhibits;

  SnapshotContents(
      YearTables tables,
      TableText text,
      Definitions definitions,
      Reports reports,
      ObjectProvider<Exhibit> exhibits) {
    this.tables = tables;
    this.text = text;
    this.definitions = definitions;
    this.reports = reports;
    this.exhibits = exhibits;
  }

  /** What was closed, when and by whom. */
  static byte[] close(Close close) {
    return CSVFormat.DEFAULT
        .builder()
        .setRecordSeparator('\n')
        .get()
        .format(close.year(), close.number(), close.at().toInstant(), close.by(), close.version())
        .concat("\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The part that holds a report. */
  static String report(String name, Format format) {
    return REPORTS + name + "." + format.ending();
  }

  static boolean isReport(String part, Format format) {
    return part.startsWith(REPORTS) && part.endsWith("." + format.ending());
  }

  static String reportName(String part) {
    return part.substring(REPORTS.length(), part.lastIndexOf('.'));
  }

  /** Writes everything as parts, within a transaction. */
  void writeTo(PartSink sink, int year, int after) throws IOException {
    tables.writeTo(sink, year, after);
    sink.part(
        "reconciliation/discrepancies.csv",
        out -> text.write(DISCREPANCIES, 1_000, Map.of("year", year), out));
    sink.part("set-aside.csv", out -> text.write(OPEN_ITEMS, 1_000, Map.of("year", year), out));
    for (Exhibit exhibit : exhibits.orderedStream().toList()) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(exhibit.of(year)).entrySet()) {
        sink.part("reconciliation/" + file.getKey(), out -> out.write(file.getValue()));
      }
    }
    for (ReportDefinition report : reports.of(year)) {
      for (Format format : Format.values()) {
        byte[] bytes = reports.fill(report, year, format).bytes().get();
        sink.part(report(report.name(), format), out -> out.write(bytes));
      }
    }
    for (String name : definitionFiles()) {
      byte[] bytes = definitions.bytes(name);
      sink.part(ClosedYears.DEFINITIONS + name, out -> out.write(bytes));
    }
  }

  private List<String> definitionFiles() {
    List<String> names = new ArrayList<>();
    DEFINITIONS.forEach((under, ending) -> names.addAll(definitions.list(under, ending)));
    for (ReportDefinition report : reports.all()) {
      names.add(report.file());
      names.add(report.template());
    }
    return names;
  }
}
