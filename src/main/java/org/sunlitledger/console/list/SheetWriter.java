package org.sunlitledger.console.list;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sunlitledger.view.PrintedSheet;

/** A workbook of any length, a few hundred rows of which are in memory. */
final class SheetWriter {
  /** In digits; titles and long texts make a column wider. */
  private static final int WIDTH = 12;

  private static final int ROWS_IN_MEMORY = 500;

  private final Workbook workbook;
  private final List<String> titles;
  private Worksheet sheet;
  private PrintedSheet printed;
  private int sheets;
  private int row;

  SheetWriter(OutputStream out, List<String> titles) {
    this.workbook = new Workbook(out, "Sunlit Ledger", "1.0");
    this.titles = titles;
    begin();
  }

  void add(List<String> cells) throws IOException {
    if (row + 1 == Worksheet.MAX_ROWS) {
      end();
      begin();
    }
    row++;
    for (int column = 0; column < cells.size(); column++) {
      printed.cell(row, column, cells.get(column), false);
    }
    if (row % ROWS_IN_MEMORY == 0) {
      printed.flush();
    }
  }

  /** Ends the file. */
  void finish() throws IOException {
    end();
    workbook.finish();
  }

  private void begin() {
    sheets++;
    row = 0;
    sheet = workbook.newWorksheet(String.valueOf(sheets));
    printed = PrintedSheet.streamed(sheet);
    for (int column = 0; column < titles.size(); column++) {
      printed.title(0, column, titles.get(column), WIDTH);
    }
    printed.page(0);
  }

  private void end() throws IOException {
    printed.flush();
    sheet.finish();
  }
}
