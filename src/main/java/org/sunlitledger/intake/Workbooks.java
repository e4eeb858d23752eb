package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.file.Path;

/** Opens workbooks of every kind. */
final class Workbooks {
  private Workbooks() {}

  /** A workbook that has passed the guard of its kind. */
  static SheetBook open(Path file) throws FileFault, IOException {
    return switch (FileKind.of(file)) {
      case BINARY_WORKBOOK -> BiffBook.open(file);
      case LOCKED_WORKBOOK -> throw WorkbookFaults.locked("EncryptedPackage");
      default -> XmlBook.open(file);
    };
  }
}
