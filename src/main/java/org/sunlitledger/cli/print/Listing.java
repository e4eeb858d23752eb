package org.sunlitledger.cli.print;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A list as a table for people, as JSON for programs, or as CSV for spreadsheets. */
public final class Listing {
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param columns names for programs; people see their text {@code column.NAME} in the bundle
   */
  public Listing(String... columns) {
    this.columns = List.of(columns);
  }

  public void add(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
  }

  List<String> columns() {
    return columns;
  }

  public int size() {
    return rows.size();
  }

  public void print(PrintWriter out, Messages messages, boolean json) {
    if (json) {
      printJson(out);
    } else {
      printTable(out, messages);
    }
  }

  public void printCsv(Appendable out, Messages messages) throws IOException {
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      printer.printRecord(titles(messages));
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(SpreadsheetCell::safe).toList());
      }
    }
  }

  private void printJson(PrintWriter out) {
    List<Map<String, String>> objects = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, String> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), row.get(i));
      }
      objects.add(object);
    }
    out.println(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(objects));
  }

  private void printTable(PrintWriter out, Messages messages) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(titles(messages));
    rows.forEach(row -> lines.add(row.stream().map(SafeText::line).toList()));
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Glyphs.width(line.get(i)));
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - Glyphs.width(line.get(i)) + 2));
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private List<String> titles(Messages messages) {
    return columns.stream().map(column -> messages.text("column." + column)).toList();
  }
}
