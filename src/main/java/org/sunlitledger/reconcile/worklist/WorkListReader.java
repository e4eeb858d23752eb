package org.sunlitledger.reconcile.worklist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.Workbooks;
import org.sunlitledger.intake.workbook.sheet.SheetBook;
import org.sunlitledger.intake.workbook.sheet.SheetName;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.worklist.WorkListFault.WorkListProblem;

/** Reads a work list, behind the same guard as deliveries. Other columns may have been added. */
final class WorkListReader {
  private static final List<Messages> LANGUAGES =
      List.of(Messages.chinese("worklist"), Messages.english("worklist"));
  private static final List<String> NEEDED = List.of("number", "as", "why", "mark");

  private WorkListReader() {}

  /** The rows below the header, from the top. */
  static List<WorkListRow> rows(Path file) throws WorkListFault, IOException {
    FileKind kind = FileKind.detect(file);
    if (!kind.isWorkbook()) {
      throw new WorkListFault(WorkListProblem.UNREADABLE, ShapeRule.FILE_TYPE.id());
    }
    try (SheetBook book = Workbooks.open(file, kind)) {
      for (SheetName sheet : book.sheets()) {
        Optional<List<WorkListRow>> rows = sheet.hidden() ? Optional.empty() : rows(book, sheet);
        if (rows.isPresent()) {
          return rows.get();
        }
      }
    } catch (FileFault fault) {
      throw new WorkListFault(WorkListProblem.UNREADABLE, fault.finding().rule().id());
    }
    throw new WorkListFault(WorkListProblem.NO_HEADER, "");
  }

  private static Optional<List<WorkListRow>> rows(SheetBook book, SheetName sheet)
      throws FileFault, IOException {
    try (SheetBook.Rows lines = book.rows(sheet.index())) {
      Map<String, Integer> columns = Map.of();
      List<WorkListRow> rows = new ArrayList<>();
      Optional<SourceLine> line = lines.next();
      while (line.isPresent()) {
        if (columns.isEmpty()) {
          columns = columns(line.get());
        } else {
          rows.add(row(line.get(), columns));
        }
        line = lines.next();
      }
      return columns.isEmpty() ? Optional.empty() : Optional.of(rows);
    }
  }

  /** The places of the columns in a header of either language; empty if the line is none. */
  private static Map<String, Integer> columns(SourceLine line) {
    for (Messages words : LANGUAGES) {
      Map<String, Integer> columns = new HashMap<>();
      for (String key : NEEDED) {
        int place = line.cells().indexOf(words.text("sheet." + key));
        if (place >= 0) {
          columns.put(key, place);
        }
      }
      if (columns.size() == NEEDED.size()) {
        return columns;
      }
    }
    return Map.of();
  }

  private static WorkListRow row(SourceLine line, Map<String, Integer> columns) {
    return new WorkListRow(
        line.number(),
        cell(line, columns, "number"),
        cell(line, columns, "as"),
        cell(line, columns, "why"),
        cell(line, columns, "mark"));
  }

  private static String cell(SourceLine line, Map<String, Integer> columns, String key) {
    int place = columns.getOrDefault(key, line.cells().size());
    return place < line.cells().size() ? line.cells().get(place).strip() : "";
  }
}
