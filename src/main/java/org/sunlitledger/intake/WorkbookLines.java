package org.sunlitledger.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.sunlitledger.quantity.Glyphs;

/**
 * The lines of one sheet of a workbook with the row numbers they have in Excel; empty lines are
 * passed over. Of merged cells the first has the text and the others are blank.
 */
final class WorkbookLines implements LineSource {
  private final Path file;
  private final GuardedWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final CellText text;
  private int last;
  private volatile boolean exhausted;

  /**
   * @param sheet its index among {@link #sheets}
   */
  WorkbookLines(Path file, int sheet) throws FileFault, IOException {
    this.file = file;
    workbook = GuardedWorkbook.open(file);
    try {
      Sheet chosen =
          workbook
              .reader()
              .getSheet(sheet)
              .orElseThrow(() -> WorkbookFaults.broken("sheet " + (sheet + 1), "sheet"));
      text = new CellText(workbook.reader().isDate1904());
      stream = chosen.openStream();
      rows = stream.iterator();
    } catch (RuntimeException problem) {
      workbook.close();
      throw GuardedWorkbook.fault(problem, 0);
    } catch (IOException problem) {
      workbook.close();
      // wrongly formed XML comes as this; the guard has read every byte, so it is not the disk
      throw GuardedWorkbook.fault(new UncheckedIOException(problem), 0);
    } catch (FileFault problem) {
      workbook.close();
      throw problem;
    }
  }

  /** All sheets in their order, the hidden ones marked. */
  static List<SheetName> sheets(Path file) throws FileFault, IOException {
    try (GuardedWorkbook workbook = GuardedWorkbook.open(file)) {
      return workbook
          .reader()
          .getSheets()
          .map(
              sheet ->
                  new SheetName(
                      sheet.getIndex(),
                      String.valueOf(sheet.getName()),
                      sheet.getVisibility() != SheetVisibility.VISIBLE))
          .toList();
    }
  }

  @Override
  public Optional<Line> next() throws FileFault, IOException {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        int number = number(row);
        List<String> cells = cells(row);
        if (!cells.isEmpty()) {
          return Optional.of(new Line(number, cells));
        }
      }
      exhausted = true;
      return Optional.empty();
    } catch (RuntimeException problem) {
      throw GuardedWorkbook.fault(problem, last + 1);
    }
  }

  /**
   * Rows may leave out their number and then follow the one before. The library numbers those by
   * how many it has seen, from 0; the guard has seen to it that all others go up.
   */
  private int number(Row row) {
    last = Math.max(row.getRowNum(), last + 1);
    return last;
  }

  private List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.getCellCount(); column++) {
      Cell cell = row.getCell(column);
      String content = cell == null ? "" : text.of(cell);
      if (!Glyphs.strip(content).isEmpty()) {
        while (cells.size() < column) {
          cells.add("");
        }
        cells.add(content);
      }
    }
    return cells;
  }

  /** Rows end where their last value does. */
  @Override
  public boolean leavesOutBlanksAtTheEnd() {
    return true;
  }

  /** A sheet does not say how long it is before its end. */
  @Override
  public long bytesRead() {
    try {
      return exhausted ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public String sha256() throws IOException {
    return FileSurvey.sha256(file);
  }

  @Override
  public void close() throws IOException {
    try {
      stream.close();
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    } finally {
      workbook.close();
    }
  }
}
