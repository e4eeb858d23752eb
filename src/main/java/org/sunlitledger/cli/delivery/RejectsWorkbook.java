package org.sunlitledger.cli.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sunlitledger.check.finding.Findings.Told;
import org.sunlitledger.check.finding.RefusedLines;
import org.sunlitledger.cli.print.PrintedSheet;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;

/**
 * The workbook in which finance staff mend what was refused: a sheet for each delivery with its
 * refused lines, what is wrong with each beside it; then the files refused as a whole, and the
 * warnings with room for a reason. The sheets of lines can be handed in again as they are. All
 * cells are texts, which no spreadsheet runs.
 */
final class RejectsWorkbook {
  /** Of what was delivered; longer cells take several lines. */
  private static final int WIDEST = 24;

  private final Messages messages;

  RejectsWorkbook(Messages messages) {
    this.messages = messages;
  }

  /** What is said of a line: title of the column, in the bundle, and its text. */
  private record Remark(String key, int width, Function<Told, String> text) {}

  byte[] of(List<RefusedLines.Sheet> sheets, List<Told> findings) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Sunlit Ledger", "1.0")) {
      for (RefusedLines.Sheet sheet : sheets) {
        lines(workbook, sheet, findings);
      }
      list(
          workbook,
          "rejects.files",
          of(findings, told -> told.severity().equals("error") && isAboutAFile(told)));
      list(workbook, "rejects.warnings", of(findings, told -> !told.severity().equals("error")));
    }
    return bytes.toByteArray();
  }

  private void lines(Workbook workbook, RefusedLines.Sheet delivered, List<Told> findings) {
    Worksheet sheet = workbook.newWorksheet(messages.text("rejects.sheet", delivered.delivery()));
    PrintedSheet printed = new PrintedSheet(sheet);
    sheet.value(
        0,
        0,
        SafeText.line(messages.text("rejects.supplement", delivered.delivery(), delivered.name())));
    sheet.style(0, 0).bold().set();
    int column = 0;
    for (String title : delivered.titles()) {
      printed.title(1, column, title, Math.min(WIDEST, widest(delivered, column)));
      column++;
    }
    printed.title(1, column++, messages.text("rejects.action"), 6);
    printed.title(1, column++, messages.text("rejects.line"), 6);
    for (Remark remark : remarks()) {
      printed.title(1, column++, messages.text("rejects." + remark.key()), remark.width());
    }
    int row = 2;
    for (RefusedLines.Line line : delivered.lines()) {
      line(
          printed,
          row++,
          delivered.titles(),
          line,
          of(
              findings,
              told -> told.delivery() == delivered.delivery() && told.line() == line.number()));
    }
    printed.finish(1);
  }

  private void line(
      PrintedSheet sheet, int row, List<String> titles, RefusedLines.Line line, List<Told> why) {
    int beside = titles.size();
    for (int column = 0; column < beside; column++) {
      String title = titles.get(column);
      boolean isWrong =
          why.stream().anyMatch(t -> !t.column().isEmpty() && title.startsWith(t.column()));
      String cell = column < line.cells().size() ? line.cells().get(column) : "";
      sheet.cell(row, column, cell, isWrong);
    }
    sheet.cell(row, beside, "", false);
    sheet.cell(row, beside + 1, line.number());
    int column = beside + 2;
    for (Remark remark : remarks()) {
      String text = String.join("\n", why.stream().map(remark.text()).toList());
      sheet.cell(row, column++, text, false);
    }
  }

  private List<Remark> remarks() {
    return List.of(
        new Remark("rule", 16, Told::rule),
        new Remark("severity", 6, Told::severity),
        new Remark("waiting", 6, told -> yesOrNo(told.waiting())),
        new Remark("column", 10, Told::column),
        new Remark("found", 14, Told::found),
        new Remark("expected", 20, Told::expected),
        new Remark("mend", 28, Told::message));
  }

  private void list(Workbook workbook, String title, List<Told> findings) {
    PrintedSheet sheet = new PrintedSheet(workbook.newWorksheet(messages.text(title)));
    List<Remark> columns =
        List.of(
            new Remark("column.delivery", 8, told -> String.valueOf(told.delivery())),
            new Remark("column.file", 34, Told::file),
            new Remark("column.line", 8, told -> line(told.line())),
            new Remark("column.column", 14, Told::column),
            new Remark("column.found", 24, Told::found),
            new Remark("column.expected", 30, Told::expected),
            new Remark("column.rule", 22, Told::rule),
            new Remark("column.severity", 8, Told::severity),
            new Remark("column.message", 46, Told::message),
            new Remark("rejects.reason", 20, told -> ""));
    for (int column = 0; column < columns.size(); column++) {
      Remark remark = columns.get(column);
      sheet.title(0, column, messages.text(remark.key()), remark.width());
    }
    int row = 1;
    for (Told told : findings) {
      for (int column = 0; column < columns.size(); column++) {
        sheet.cell(row, column, columns.get(column).text().apply(told), false);
      }
      row++;
    }
    sheet.finish(0);
  }

  /** Glyphs of the longest cell of a column as delivered. */
  private static int widest(RefusedLines.Sheet sheet, int column) {
    return sheet.lines().stream()
        .map(RefusedLines.Line::cells)
        .filter(cells -> column < cells.size())
        .mapToInt(cells -> PrintedSheet.width(cells.get(column)))
        .max()
        .orElse(0);
  }

  /** What refused a whole file shows on a line of it at times. */
  private static boolean isAboutAFile(Told told) {
    return told.line() == 0
        || Stream.of(ShapeRule.values())
            .anyMatch(rule -> rule.isAboutFiles() && rule.id().equals(told.rule()));
  }

  private static String line(int number) {
    return number == 0 ? "" : String.valueOf(number);
  }

  private String yesOrNo(boolean yes) {
    return messages.text(yes ? "rejects.yes" : "rejects.no");
  }

  private static List<Told> of(List<Told> findings, Predicate<Told> which) {
    return findings.stream().filter(which).toList();
  }
}
