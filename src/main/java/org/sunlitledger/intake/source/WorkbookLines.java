package org.sunlitledger.intake.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.sheet.MergedCells;
import org.sunlitledger.intake.workbook.sheet.SheetBook;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/**
 * The lines of one sheet of a workbook with their row numbers in Excel. Empty lines are skipped.
 * The first of merged cells has the text and the others are blank; the {@link
 * org.sunlitledger.intake.line.LineAppearance} of a line contains what they show.
 */
final class WorkbookLines implements LineSource {
  private final Path file;
  private final SheetBook.Rows rows;
  private final SheetShape shape;
  private final MergedCells merged;
  private final List<SheetRemark> remarks = new ArrayList<>();
  private Optional<SourceLine> ahead;
  private volatile boolean exhausted;

  /**
   * @param book the open workbook in the file; the caller closes it
   * @param sheet index of the sheet in the workbook
   */
  WorkbookLines(Path file, SheetBook book, int sheet) throws FileFault, IOException {
    this.file = file;
    rows = book.rows(sheet);
    try {
      shape = book.shape(sheet);
      merged = new MergedCells(shape.merged());
      remarks.add(
          new SheetRemark(SheetRemark.RemarkPlace.SHEET_NAME, book.sheets().get(sheet).name()));
      remarks.addAll(book.remarks(sheet));
      ahead = rows.next();
    } catch (FileFault | IOException | RuntimeException problem) {
      rows.close();
      throw problem;
    }
  }

  @Override
  public Optional<SourceLine> next() throws FileFault, IOException {
    Optional<SourceLine> line = ahead;
    if (line.isEmpty()) {
      exhausted = true;
      return line;
    }
    ahead = rows.next();
    return Optional.of(merged.marked(line.get(), ahead.map(SourceLine::number).orElse(0)));
  }

  @Override
  public SheetShape shape() {
    return shape;
  }

  @Override
  public List<SheetRemark> remarks() {
    return remarks;
  }

  /** A row ends at its last value. */
  @Override
  public boolean leavesOutBlanksAtTheEnd() {
    return true;
  }

  /**
   * The size of the file after the last line, and 0 before: the length of a sheet is known only at
   * its end.
   */
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
    rows.close();
  }
}
