package org.sunlitledger.intake.workbook.biff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.workbook.sheet.SheetBook;
import org.sunlitledger.intake.workbook.sheet.SheetName;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.intake.workbook.sheet.SheetShape;

/** A workbook in the binary format of Excel 97 to 2003: .xls, and .et of WPS. */
public final class BiffBook implements SheetBook {
  private final Path file;
  private final BiffGlobals globals;

  private BiffBook(Path file, BiffGlobals globals) {
    this.file = file;
    this.globals = globals;
  }

  public static BiffBook open(Path file) throws FileFault, IOException {
    try (BiffRecords records = BiffRecords.open(file)) {
      BiffGlobals globals = BiffGlobals.read(records);
      SheetBook.boundWork(globals.sheets().size(), Files.size(file));
      return new BiffBook(file, globals);
    }
  }

  @Override
  public List<SheetName> sheets() {
    List<SheetName> names = new ArrayList<>();
    for (BiffGlobals.BiffSheet sheet : globals.sheets()) {
      names.add(new SheetName(names.size(), sheet.name(), sheet.isHidden()));
    }
    return names;
  }

  @Override
  public Rows rows(int sheet) throws FileFault, IOException {
    return new BiffRows(open(sheet), globals, shape(sheet).hiddenRows());
  }

  @Override
  public SheetShape shape(int sheet) throws FileFault, IOException {
    try (BiffRecords records = open(sheet)) {
      return BiffShape.read(records);
    }
  }

  @Override
  public List<SheetRemark> remarks(int sheet) throws FileFault, IOException {
    return shape(sheet).remarks();
  }

  /** The records of a sheet after its first record. */
  private BiffRecords open(int sheet) throws FileFault, IOException {
    if (sheet >= globals.sheets().size()) {
      throw WorkbookFaults.broken("sheet " + (sheet + 1), "sheet");
    }
    BiffRecords records = BiffRecords.open(file);
    try {
      records.skipTo(globals.place(sheet));
      return records;
    } catch (FileFault | IOException | RuntimeException problem) {
      records.close();
      throw problem;
    }
  }

  @Override
  public void close() {
    // every reading opens the file separately
  }
}
