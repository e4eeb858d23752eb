package org.sunlitledger.cli.print;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;
import org.sunlitledger.view.ListingCell;
import org.sunlitledger.view.SpreadsheetCell;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list as a table for people, as JSON for programs, or as CSV for spreadsheets. The table fits
 * the screen and leaves out empty columns; JSON and CSV have every value in full.
 */
public final class Listing {
  private static final int BENEATH_LINES = 4;

  private final List<String> columns;
  private final List<List<ListingCell>> rows = new ArrayList<>();
  private final Set<String> whole = new HashSet<>();
  private final Set<String> wrapped = new HashSet<>();
  private final Set<String> beneath = new HashSet<>();
  private final Set<String> programsOnly = new HashSet<>();

  /**
   * @param columns names for programs; people see their text {@code column.NAME} in the bundle
   */
  public Listing(String... columns) {
    this.columns = List.of(columns);
  }

  /** Columns that are never cut, because people type their values into commands. */
  public Listing whole(String... names) {
    whole.addAll(List.of(names));
    return this;
  }

  /** Columns whose long values take several lines of the table instead of being cut. */
  public Listing wrapped(String... names) {
    wrapped.addAll(List.of(names));
    return this;
  }

  /** Columns that are written below their row, each with its title, where they are not empty. */
  public Listing beneath(String... names) {
    beneath.addAll(List.of(names));
    return this;
  }

  /** Columns that the table leaves out. */
  public Listing programsOnly(String... names) {
    programsOnly.addAll(List.of(names));
    return this;
  }

  /**
   * Adds a row; a cell is a {@link ListingCell} or a value that is written the same for everybody.
   */
  public void add(Object... cells) {
    List<ListingCell> row = new ArrayList<>();
    for (Object cell : cells) {
      String text = String.valueOf(cell);
      row.add(cell instanceof ListingCell shown ? shown : new ListingCell(text, text));
    }
    rows.add(row);
  }

  public int size() {
    return rows.size();
  }

  public void print(PrintWriter out, Messages messages, boolean json) {
    if (json) {
      printJson(out);
    } else {
      printTable(out, messages, ScreenWidth.columns());
    }
  }

  public void printCsv(Appendable out, Messages messages) throws IOException {
    try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      printer.printRecord(columns.stream().map(column -> title(messages, column)).toList());
      for (List<ListingCell> row : rows) {
        printer.printRecord(row.stream().map(cell -> SpreadsheetCell.safe(cell.code())).toList());
      }
    }
  }

  private void printJson(PrintWriter out) {
    List<Map<String, String>> objects = new ArrayList<>();
    for (List<ListingCell> row : rows) {
      Map<String, String> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), row.get(i).code());
      }
      objects.add(object);
    }
    out.println(
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(objects));
  }

  /** Prints the table for a screen of so many columns. */
  void printTable(PrintWriter out, Messages messages, int screen) {
    List<Integer> shown = shownColumns();
    ScreenTable table =
        new ScreenTable(
            shown.stream()
                .map(
                    i ->
                        new ScreenTable.ScreenColumn(
                            title(messages, columns.get(i)),
                            whole.contains(columns.get(i)),
                            wrapped.contains(columns.get(i))))
                .toList());
    for (List<ListingCell> row : rows) {
      table.add(shown.stream().map(i -> words(row, i)).toList(), beneath(messages, row, screen));
    }
    table.print(out, screen);
  }

  /** Those of the table that have a value in any row. */
  private List<Integer> shownColumns() {
    return IntStream.range(0, columns.size())
        .filter(i -> !beneath.contains(columns.get(i)) && !programsOnly.contains(columns.get(i)))
        .filter(i -> rows.isEmpty() || rows.stream().anyMatch(row -> !words(row, i).isEmpty()))
        .boxed()
        .toList();
  }

  private List<String> beneath(Messages messages, List<ListingCell> row, int screen) {
    String text =
        IntStream.range(0, columns.size())
            .filter(i -> beneath.contains(columns.get(i)) && !words(row, i).isEmpty())
            .mapToObj(
                i ->
                    title(messages, columns.get(i))
                        + (messages.isChinese() ? "：" : ": ")
                        + words(row, i))
            .collect(Collectors.joining(messages.isChinese() ? "；" : "; "));
    List<String> lines = text.isEmpty() ? List.of() : ScreenText.wrapped(text, screen - 4);
    return lines.size() <= BENEATH_LINES
        ? lines
        : IntStream.range(0, BENEATH_LINES)
            .mapToObj(i -> lines.get(i) + (i == BENEATH_LINES - 1 ? ScreenText.CUT : ""))
            .toList();
  }

  private static String words(List<ListingCell> row, int column) {
    return SafeText.line(row.get(column).words());
  }

  private static String title(Messages messages, String column) {
    return messages.text("column." + column);
  }
}
