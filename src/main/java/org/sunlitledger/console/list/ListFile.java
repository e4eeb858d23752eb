package org.sunlitledger.console.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.sunlitledger.view.PrintedSheet;
import org.sunlitledger.view.SpreadsheetCell;

/** A list with all rows of its filter as a file, written row by row as they are read. */
public enum ListFile {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    void write(HttpServletResponse response, List<String> titles, Rows rows) throws IOException {
      try (Workbook workbook = new Workbook(response.getOutputStream(), "Sunlit Ledger", "1.0")) {
        PrintedSheet sheet = new PrintedSheet(workbook.newWorksheet("1"));
        for (int column = 0; column < titles.size(); column++) {
          sheet.title(0, column, titles.get(column), WIDTH);
        }
        int[] row = {0};
        rows.each(
            cells -> {
              row[0]++;
              for (int column = 0; column < cells.size(); column++) {
                sheet.cell(row[0], column, cells.get(column), false);
              }
            });
        sheet.finish(0);
      }
    }
  },

  CSV("text/csv;charset=UTF-8") {
    @Override
    void write(HttpServletResponse response, List<String> titles, Rows rows) throws IOException {
      OutputStreamWriter text =
          new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
      // Excel takes a CSV file for UTF-8 only when it begins with the mark
      text.append('\ufeff');
      try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
        printer.printRecord(titles);
        rows.each(cells -> print(printer, cells));
      }
    }
  };

  /** In digits; titles and long texts make a column wider. */
  private static final int WIDTH = 12;

  private final String type;

  ListFile(String type) {
    this.type = type;
  }

  /** Hands over every row. */
  @FunctionalInterface
  public interface Rows {
    void each(Consumer<List<String>> row) throws IOException;
  }

  /** The kind of file with an ending; empty where there is no such kind. */
  public static Optional<ListFile> of(String ending) {
    return List.of(values()).stream()
        .filter(kind -> kind.name().equalsIgnoreCase(ending))
        .findFirst();
  }

  /**
   * Answers with the file.
   *
   * @param name without its ending
   */
  public void send(HttpServletResponse response, String name, List<String> titles, Rows rows)
      throws IOException {
    Attachment.of(response, name + "." + name().toLowerCase(Locale.ROOT), type);
    write(response, titles, rows);
  }

  abstract void write(HttpServletResponse response, List<String> titles, Rows rows)
      throws IOException;

  private static void print(CSVPrinter printer, List<String> cells) {
    try {
      printer.printRecord(cells.stream().map(SpreadsheetCell::safe).toList());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
