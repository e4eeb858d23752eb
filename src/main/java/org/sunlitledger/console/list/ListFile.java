package org.sunlitledger.console.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.util.StreamUtils;
import org.sunlitledger.storage.StoredLines;
import org.sunlitledger.view.SpreadsheetCell;

/**
 * The kinds of files that lists are sent as. A file that could not be written to its end is not
 * ended either, so that no browser takes it for whole.
 */
enum ListFile {
  XLSX(Attachment.XLSX) {
    @Override
    void write(OutputStream out, ListExport list) throws IOException {
      SheetWriter sheets = new SheetWriter(out, list.titles());
      list.rows().each(cells -> unchecked(() -> sheets.add(cells)));
      sheets.finish();
    }
  },

  CSV("text/csv;charset=UTF-8") {
    @Override
    void write(OutputStream out, ListExport list) throws IOException {
      OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      // Excel takes a CSV file for UTF-8 only when it begins with the mark
      text.append('\ufeff');
      CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT);
      printer.printRecord(list.titles());
      list.rows().each(cells -> unchecked(() -> printer.printRecord(safe(cells))));
      printer.flush();
    }
  };

  private final String type;

  ListFile(String type) {
    this.type = type;
  }

  /** Writes a row. */
  @FunctionalInterface
  private interface RowWriting {
    void write() throws IOException;
  }

  /** The kind of file with an ending; empty where there is no such kind. */
  static Optional<ListFile> of(String ending) {
    return List.of(values()).stream()
        .filter(kind -> kind.name().equalsIgnoreCase(ending))
        .findFirst();
  }

  /** Answers with the file, whose rows are read in one transaction. */
  void send(HttpServletResponse response, ListExport list, StoredLines reading) throws IOException {
    Attachment.of(response, list.file() + "." + name().toLowerCase(Locale.ROOT), type);
    // ended by the server once the next export may begin
    OutputStream out = StreamUtils.nonClosing(response.getOutputStream());
    boolean isWhole = false;
    try {
      isWhole =
          reading.read(
              () -> {
                unchecked(() -> write(out, list));
                return true;
              });
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    } finally {
      if (!isWhole) {
        Attachment.none(response);
      }
    }
  }

  abstract void write(OutputStream out, ListExport list) throws IOException;

  private static List<String> safe(List<String> cells) {
    return cells.stream().map(SpreadsheetCell::safe).toList();
  }

  private static void unchecked(RowWriting row) {
    try {
      row.write();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
