package org.sunlitledger.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the cells of a sheet show, by row and column. */
final class SheetCells {
  private SheetCells() {}

  /** Reads a sheet; keys such as {@code 2.3} count rows and columns from zero. */
  static Map<String, String> of(byte[] workbook, String sheet) throws IOException {
    Map<String, String> cells = new TreeMap<>();
    DataFormatter texts = new DataFormatter();
    try (Workbook open = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (Row row : open.getSheet(sheet)) {
        row.forEach(
            cell ->
                cells.put(
                    row.getRowNum() + "." + cell.getColumnIndex(), texts.formatCellValue(cell)));
      }
    }
    return cells;
  }
}
