package org.sunlitledger.intake.workbook;

import java.io.IOException;
import java.nio.file.Path;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.biff.BiffBook;
import org.sunlitledger.intake.workbook.sheet.SheetBook;
import org.sunlitledger.intake.workbook.xml.XmlBook;

/** Opens workbooks of every kind. */
public final class Workbooks {
  private Workbooks() {}

  /** Opens a workbook after it has passed the guard for its kind. */
  public static SheetBook open(Path file, FileKind kind) throws FileFault, IOException {
    return switch (kind) {
      case BINARY_WORKBOOK -> BiffBook.open(file);
      case LOCKED_WORKBOOK -> throw WorkbookFaults.locked("EncryptedPackage");
      default -> XmlBook.open(file);
    };
  }
}
