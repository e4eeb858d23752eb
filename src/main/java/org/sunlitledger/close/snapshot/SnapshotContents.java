package org.sunlitledger.close.snapshot;

import static java.util.Map.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.report.Format;
import org.sunlitledger.report.ReportDefinition;
import org.sunlitledger.report.Reports;

/** All that is frozen when a year is closed. */
@Component
public final class SnapshotContents {
  /** The part that says what was closed, when and by whom. */
  public static final String CLOSE = "close.csv";

  private static final String REPORTS = "reports/";

  private static final Map<String, String> DEFINITIONS =
      new TreeMap<>(
          Map.ofEntries(
              entry("jobs", ".yaml"),
              entry("jobs/registers", ".yaml"),
              entry("jobs/fields", ".yaml"),
              entry("jobs/codes", ".yaml"),
              entry("jobs/parameters", ".yaml"),
              entry("jobs/figures", ".yaml"),
              entry("sql/subjects", ".sql"),
              entry("sql/checks", ".sql"),
              entry("sql/matching", ".sql"),
              entry("sql/discrepancies", ".sql"),
              entry("sql/reconciliation", ".sql"),
              entry("sql/risks", ".sql")));

  private final List<FrozenTables> tables;
  private final Definitions definitions;
  private final Reports reports;
  private final ObjectProvider<Exhibit> exhibits;

  SnapshotContents(
      List<FrozenTables> tables,
      Definitions definitions,
      Reports reports,
      ObjectProvider<Exhibit> exhibits) {
    this.tables = tables;
    this.definitions = definitions;
    this.reports = reports;
    this.exhibits = exhibits;
  }

  /** What was closed, when and by whom. */
  public static byte[] close(SealedClose close) {
    return CSVFormat.DEFAULT
        .builder()
        .setRecordSeparator('\n')
        .get()
        .format(
            close.year(),
            close.number(),
            close.at().toInstant(),
            close.by(),
            close.version(),
            close.auditHead())
        .concat("\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Parts that list digests of rows; they are small, and kept to name what has changed. */
  public static PartSink keepingDigestSheets(PartSink sink, Map<String, String> kept) {
    return (name, content) -> {
      if (name.equals(RecordDigests.PART) || name.equals(ReconciliationTables.DIGESTS)) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        kept.put(name, bytes.toString(StandardCharsets.UTF_8));
        sink.part(name, bytes::writeTo);
      } else {
        sink.part(name, content);
      }
    };
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
  public void writeTo(PartSink sink, SealedClose close, int after) throws IOException {
    int year = close.year();
    for (FrozenTables frozen : tables) {
      frozen.writeTo(sink, close, after);
    }
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

  /** The names of all definitions that decide what figures and reports say. */
  public List<String> definitionFiles() {
    List<String> names = new ArrayList<>();
    DEFINITIONS.forEach((under, ending) -> names.addAll(definitions.list(under, ending)));
    for (ReportDefinition report : reports.all()) {
      names.add(report.file());
      names.add(report.template());
    }
    return names;
  }
}
