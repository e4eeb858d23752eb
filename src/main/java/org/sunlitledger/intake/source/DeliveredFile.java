package org.sunlitledger.intake.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.Workbooks;
import org.sunlitledger.intake.workbook.sheet.SheetBook;
import org.sunlitledger.intake.workbook.sheet.SheetName;

/**
 * A delivered file for one piece of work, which may read its lines several times. A workbook is
 * opened at the first use and stays open. It passes its guard once, however many sheets are read.
 */
public final class DeliveredFile implements Closeable {
  private final Path path;
  private final Charset charset;
  private @Nullable FileKind kind;
  private @Nullable SheetBook book;

  /**
   * @param charset encoding of a text; not used for a workbook
   */
  public DeliveredFile(Path path, Charset charset) {
    this.path = path;
    this.charset = charset;
  }

  /** A surveyed file. A text without a valid encoding is read as far as GB18030 can decode it. */
  public static DeliveredFile of(Path path, FileSurvey survey) {
    return new DeliveredFile(path, survey.charset().orElse(FileSurvey.GB18030));
  }

  public Path path() {
    return path;
  }

  /** The kind of the file, detected at the first call. */
  public FileKind kind() throws IOException {
    FileKind known = kind;
    if (known == null) {
      known = FileKind.detect(path);
      kind = known;
    }
    return known;
  }

  /** All sheets of a workbook in order, including hidden ones, which are marked. */
  public List<SheetName> sheets() throws FileFault, IOException {
    return List.copyOf(book().sheets());
  }

  /**
   * Opens the lines of the file, or of one sheet. Close them before the file.
   *
   * @param sheet index of the sheet in a workbook
   */
  public LineSource lines(int sheet) throws FileFault, IOException {
    return new LegibleLines(
        kind().isWorkbook() ? new WorkbookLines(path, book(), sheet) : new CsvLines(path, charset));
  }

  private SheetBook book() throws FileFault, IOException {
    SheetBook open = book;
    if (open == null) {
      open = Workbooks.open(path, kind());
      book = open;
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    SheetBook open = book;
    book = null;
    if (open != null) {
      open.close();
    }
  }
}
