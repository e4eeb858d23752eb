package org.sunlitledger.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sunlitledger.check.Findings.Told;
import org.sunlitledger.check.RefusedLines;
import org.sunlitledger.quantity.Messages;

/**
 * The workbook in which finance staff mend what was refused: a sheet for each delivery with its
 * refused lines, what is wrong with each beside it; then the files refused as a whole, and the
 * warnings with room for a reason. The sheets of lines can be handed in again as they are. All
 * cells are texts, which no spreadsheet runs.
 */
final class RejectsWorkbook {
  private static final String WRONG = "FFF2CC";
  private static final String HEAD = "DDEBF7";

  private final Messages messages;

  RejectsWorkbook(Messages messages) {
    this.messages = messages;
  }

  byte[] of(List<RefusedLines.Sheet> sheets, List<Told> findings) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Sunlit Ledger", "1.0")) {
      for (RefusedLines.Sheet sheet : sheets) {
        lines(workbook, sheet, findings);
      }
      list(
          workbook,
          "rejects.files",
          of(findings, told -> told.severity().equals("error") && told.line() == 0));
      list(workbook, "rejects.warnings", of(findings, told -> !told.severity().equals("error")));
    }
    return bytes.toByteArray();
  }

  private void lines(Workbook workbook, RefusedLines.Sheet delivered, List<Told> findings) {
    Worksheet sheet = workbook.newWorksheet(messages.text("rejects.sheet", delivered.delivery()));
    sheet.value(0, 0, messages.text("rejects.supplement", delivered.delivery(), delivered.name()));
    sheet.style(0, 0).bold().set();
    List<String> titles = new ArrayList<>(delivered.titles());
    for (String key : List.of("line", "rule", "column", "found", "expected", "mend")) {
      titles.add(messages.text("rejects." + key));
    }
    header(sheet, 1, titles);
    int row = 2;
    for (RefusedLines.Line line : delivered.lines()) {
      List<Told> why =
          of(
              findings,
              told -> told.delivery() == delivered.delivery() && told.line() == line.number());
      line(sheet, row++, delivered.titles(), line, why);
    }
    sheet.freezePane(0, 2);
  }

  private static void line(
      Worksheet sheet, int row, List<String> titles, RefusedLines.Line line, List<Told> why) {
    for (int column = 0; column < line.cells().size(); column++) {
      sheet.value(row, column, line.cells().get(column));
    }
    int beside = titles.size();
    sheet.value(row, beside, line.number());
    List<List<String>> remarks =
        List.of(
            why.stream().map(Told::rule).toList(),
            why.stream().map(Told::column).toList(),
            why.stream().map(Told::found).toList(),
            why.stream().map(Told::expected).toList(),
            why.stream().map(Told::message).toList());
    for (int i = 0; i < remarks.size(); i++) {
      sheet.value(row, beside + 1 + i, String.join("\n", remarks.get(i)));
      sheet.style(row, beside + 1 + i).wrapText(true).verticalAlignment("top").set();
    }
    for (Told told : why) {
      for (int column = 0; column < titles.size(); column++) {
        if (titles.get(column).startsWith(told.column()) && !told.column().isEmpty()) {
          sheet.style(row, column).fillColor(WRONG).set();
        }
      }
    }
  }

  private void list(Workbook workbook, String title, List<Told> findings) {
    Worksheet sheet = workbook.newWorksheet(messages.text(title));
    List<String> titles = new ArrayList<>();
    for (String key :
        List.of("delivery", "file", "line", "column", "found", "expected", "rule", "message")) {
      titles.add(messages.text("column." + key));
    }
    titles.add(messages.text("rejects.reason"));
    header(sheet, 0, titles);
    int row = 1;
    for (Told told : findings) {
      List<String> cells =
          List.of(
              String.valueOf(told.delivery()),
              told.file(),
              told.line() == 0 ? "" : String.valueOf(told.line()),
              told.column(),
              told.found(),
              told.expected(),
              told.rule(),
              told.message());
      for (int column = 0; column < cells.size(); column++) {
        sheet.value(row, column, cells.get(column));
      }
      row++;
    }
    sheet.freezePane(0, 1);
  }

  private static void header(Worksheet sheet, int row, List<String> titles) {
    for (int column = 0; column < titles.size(); column++) {
      sheet.value(row, column, titles.get(column));
      sheet.style(row, column).bold().fillColor(HEAD).set();
      sheet.width(column, 18);
    }
  }

  private static List<Told> of(List<Told> findings, Predicate<Told> which) {
    return findings.stream().filter(which).toList();
  }
}
