package org.sunlitledger.intake.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/** The lines of a delivered file, from the top; lines with nothing on them are passed over. */
public interface LineSource extends Closeable {

  /** The next line; nothing at the end. */
  Optional<SourceLine> next() throws FileFault, IOException;

  /** Whether a line may be shorter than the header for no other reason than blanks. */
  default boolean leavesOutBlanksAtTheEnd() {
    return false;
  }

  /** The separator of a text that registers are not read with: ; or ，. */
  default Optional<Character> otherSeparator() {
    return Optional.empty();
  }

  /** What of a sheet is hidden or merged; nothing in a text. */
  default SheetShape shape() {
    return SheetShape.plain();
  }

  /** Texts about the lines that are in no cell, such as the sheet's name and comments. */
  default List<SheetRemark> remarks() {
    return List.of();
  }

  /** How much of the file has been read, for the progress that is shown. */
  long bytesRead();

  /** Digest of the whole file as it was read; to be asked for at the end. */
  String sha256() throws IOException;

  /**
   * Opens a file, or one sheet of it.
   *
   * @param sheet index of the sheet in a workbook
   */
  static LineSource open(Path file, Charset charset, int sheet) throws FileFault, IOException {
    return new LegibleLines(
        FileKind.detect(file).isWorkbook()
            ? new WorkbookLines(file, sheet)
            : new CsvLines(file, charset));
  }
}
