package org.sunlitledger.intake.workbook.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;

/** A workbook of any kind that has passed its guard, opened to be read sheet by sheet. */
public interface SheetBook extends Closeable {
  /** Bytes that are read of one workbook; those of fifty sheets of a hundred thousand lines. */
  long WORK = 40_000_000_000L;

  /** The rows of a sheet from the top, those without any value left out. */
  interface Rows extends Closeable {
    /** The next one; nothing at the end. */
    Optional<SourceLine> next() throws FileFault, IOException;
  }

  /** All sheets in their order, the hidden ones marked. */
  List<SheetName> sheets();

  Rows rows(int sheet) throws FileFault, IOException;

  SheetShape shape(int sheet) throws FileFault, IOException;

  /** What is printed above and below a sheet's pages, and remarks on its cells. */
  List<SheetRemark> remarks(int sheet) throws FileFault, IOException;

  /** All of a workbook is read for each of its sheets. */
  static void boundWork(int sheets, long bytes) throws FileFault {
    if (sheets * bytes > WORK) {
      throw WorkbookFaults.hostile(sheets + " × " + bytes, "≤ " + WORK);
    }
  }
}
