package org.sunlitledger.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.check.finding.RefusedLines;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.SafeText;

/**
 * The workbook in which finance staff correct what was rejected: a sheet for each delivery with its
 * refused lines, what is wrong with each beside it; then the files refused as a whole, and the
 * warnings with room for a reason. The sheets of lines can be handed in again as they are. All
 * cells are texts, which no spreadsheet runs.
 */
public final class RejectsWorkbook {
  /** Of what was delivered; longer cells take several lines. */
  private static final int WIDEST_COLUMN_GLYPHS = 24;

  private final Messages messages;
  private final CodeWords words;

  public RejectsWorkbook(Messages messages, CodeWords words) {
    this.messages = messages;
    this.words = words;
  }

  /** What is said of a line: title of the column, in the bundle, and its text. */
  private record LineRemark(String key, int width, Function<FindingText, String> text) {}

  public byte[] bytes(List<RefusedLines.RefusedSheet> sheets, List<FindingText> findings)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Sunlit Ledger", "1.0")) {
      for (RefusedLines.RefusedSheet sheet : sheets) {
        lines(workbook, sheet, findings);
      }
      list(
          workbook,
          "rejects.files",
          of(findings, finding -> finding.severity().equals("error") && isAboutAFile(finding)));
      list(
          workbook,
          "rejects.warnings",
          of(findings, finding -> !finding.severity().equals("error")));
    }
    return bytes.toByteArray();
  }

  private void lines(
      Workbook workbook, RefusedLines.RefusedSheet delivered, List<FindingText> findings) {
    Worksheet sheet = workbook.newWorksheet(messages.text("rejects.sheet", delivered.delivery()));
    PrintedSheet printed = PrintedSheet.of(sheet);
    sheet.value(
        0,
        0,
        SafeText.line(messages.text("rejects.supplement", delivered.delivery(), delivered.name())));
    sheet.style(0, 0).bold().set();
    int column = 0;
    for (String title : delivered.titles()) {
      printed.title(1, column, title, Math.min(WIDEST_COLUMN_GLYPHS, widest(delivered, column)));
      column++;
    }
    printed.title(1, column++, messages.text("rejects.action"), 6);
    printed.title(1, column++, messages.text("rejects.line"), 6);
    for (LineRemark remark : remarks()) {
      printed.title(1, column++, messages.text("rejects." + remark.key()), remark.width());
    }
    int row = 2;
    for (RefusedLines.RefusedLine line : delivered.lines()) {
      line(
          printed,
          row++,
          delivered.titles(),
          line,
          of(
              findings,
              finding ->
                  finding.delivery() == delivered.delivery() && finding.line() == line.number()));
    }
    printed.finish(1);
  }

  private void line(
      PrintedSheet sheet,
      int row,
      List<String> titles,
      RefusedLines.RefusedLine line,
      List<FindingText> why) {
    int beside = titles.size();
    for (int column = 0; column < beside; column++) {
      String title = titles.get(column);
      boolean isWrong =
          why.stream().anyMatch(t -> !t.column().isEmpty() && title.startsWith(t.column()));
      String cell = column < line.cells().size() ? line.cells().get(column) : "";
      sheet.cell(row, column, cell, isWrong);
    }
    sheet.cell(row, beside, line.isWithdrawn() ? Supplement.WITHDRAW : "", false);
    sheet.cell(row, beside + 1, line.number());
    int column = beside + 2;
    for (LineRemark remark : remarks()) {
      String text = String.join("\n", why.stream().map(remark.text()).toList());
      sheet.cell(row, column++, text, false);
    }
  }

  private List<LineRemark> remarks() {
    return List.of(
        new LineRemark("rule", 16, finding -> words.rule(finding.rule())),
        new LineRemark("severity", 6, this::severity),
        new LineRemark("waiting", 6, finding -> yesOrNo(finding.waiting())),
        new LineRemark("column", 10, FindingText::column),
        new LineRemark("found", 14, FindingText::found),
        new LineRemark("expected", 20, FindingText::expected),
        new LineRemark("mend", 28, FindingText::message));
  }

  private void list(Workbook workbook, String title, List<FindingText> findings) {
    PrintedSheet sheet = PrintedSheet.of(workbook.newWorksheet(messages.text(title)));
    List<LineRemark> columns =
        List.of(
            new LineRemark("column.delivery", 8, finding -> String.valueOf(finding.delivery())),
            new LineRemark("column.file", 34, FindingText::file),
            new LineRemark("column.line", 8, finding -> line(finding.line())),
            new LineRemark("column.column", 14, FindingText::column),
            new LineRemark("column.found", 24, FindingText::found),
            new LineRemark("column.expected", 30, FindingText::expected),
            new LineRemark("column.rule", 22, finding -> words.rule(finding.rule())),
            new LineRemark("column.severity", 8, this::severity),
            new LineRemark("column.message", 46, FindingText::message),
            new LineRemark("rejects.reason", 20, finding -> ""));
    for (int column = 0; column < columns.size(); column++) {
      LineRemark remark = columns.get(column);
      sheet.title(0, column, messages.text(remark.key()), remark.width());
    }
    int row = 1;
    for (FindingText finding : findings) {
      for (int column = 0; column < columns.size(); column++) {
        sheet.cell(row, column, columns.get(column).text().apply(finding), false);
      }
      row++;
    }
    sheet.finish(0);
  }

  /** Glyphs of the longest cell of a column as delivered. */
  private static int widest(RefusedLines.RefusedSheet sheet, int column) {
    return sheet.lines().stream()
        .map(RefusedLines.RefusedLine::cells)
        .filter(cells -> column < cells.size())
        .mapToInt(cells -> PrintedSheet.width(cells.get(column)))
        .max()
        .orElse(0);
  }

  /** What refused a whole file shows on a line of it at times. */
  private static boolean isAboutAFile(FindingText finding) {
    return finding.line() == 0
        || Stream.of(ShapeRule.values())
            .anyMatch(rule -> rule.isAboutFiles() && rule.id().equals(finding.rule()));
  }

  private String severity(FindingText finding) {
    return words.severity(finding.severity()).words();
  }

  private static String line(int number) {
    return number == 0 ? "" : String.valueOf(number);
  }

  private String yesOrNo(boolean yes) {
    return messages.text(yes ? "rejects.yes" : "rejects.no");
  }

  private static List<FindingText> of(List<FindingText> findings, Predicate<FindingText> which) {
    return findings.stream().filter(which).toList();
  }
}
