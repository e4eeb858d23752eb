package org.sunlitledger.intake.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/** The lines of a delivered file from the top. Empty lines are skipped. */
public interface LineSource extends Closeable {

  /** The next line; empty at the end. */
  Optional<SourceLine> next() throws FileFault, IOException;

  /** Whether a line may be shorter than the header only because its last cells are blank. */
  default boolean leavesOutBlanksAtTheEnd() {
    return false;
  }

  /** The separator of a text if registers are not read with it: ; or ，. */
  default Optional<Character> otherSeparator() {
    return Optional.empty();
  }

  /** The hidden and merged parts of a sheet; nothing for a text. */
  default SheetShape shape() {
    return SheetShape.plain();
  }

  /** Texts about the lines outside the cells, such as the sheet's name and comments. */
  default List<SheetRemark> remarks() {
    return List.of();
  }

  /** The number of bytes read so far, for the progress display. */
  long bytesRead();

  /** The digest of the whole file as it was read. Call this at the end. */
  String sha256() throws IOException;
}
