package org.sunlitledger.intake.workbook.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;

/** An open workbook of any kind that has passed its guard. It is read sheet by sheet. */
public interface SheetBook extends Closeable {
  /**
   * The highest number of bytes that are read of one workbook, enough for fifty sheets of a hundred
   * thousand lines.
   */
  long MAX_BYTES_READ = 40_000_000_000L;

  /** The rows of a sheet from the top, without rows that have no value. */
  interface Rows extends Closeable {
    /** The next row; empty at the end. */
    Optional<SourceLine> next() throws FileFault, IOException;
  }

  /** All sheets in order, including hidden ones, which are marked. */
  List<SheetName> sheets();

  Rows rows(int sheet) throws FileFault, IOException;

  SheetShape shape(int sheet) throws FileFault, IOException;

  /** The headers and footers of a sheet's pages, and the remarks on its cells. */
  List<SheetRemark> remarks(int sheet) throws FileFault, IOException;

  /** Checks the limit. The whole workbook is read once for each of its sheets. */
  static void boundWork(int sheets, long bytes) throws FileFault {
    if (sheets * bytes > MAX_BYTES_READ) {
      throw WorkbookFaults.hostile(sheets + " × " + bytes, "≤ " + MAX_BYTES_READ);
    }
  }
}
