package org.sunlitledger.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in XML saved as a binary one: values, formats, merged cells and hidden rows. */
final class BinaryCopy {
  private BinaryCopy() {}

  static byte[] of(byte[] workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook from = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        HSSFWorkbook to = new HSSFWorkbook()) {
      Map<String, CellStyle> styles = new HashMap<>();
      for (Sheet sheet : from) {
        copy(sheet, to.createSheet(sheet.getSheetName()), styles);
      }
      to.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void copy(Sheet from, Sheet to, Map<String, CellStyle> styles) {
    for (Row row : from) {
      Row copied = to.createRow(row.getRowNum());
      copied.setZeroHeight(row.getZeroHeight());
      for (Cell cell : row) {
        Cell copy = copied.createCell(cell.getColumnIndex());
        String format = cell.getCellStyle().getDataFormatString();
        copy.setCellStyle(styles.computeIfAbsent(format, code -> style(to, code)));
        switch (cell.getCellType()) {
          case NUMERIC -> copy.setCellValue(cell.getNumericCellValue());
          case BOOLEAN -> copy.setCellValue(cell.getBooleanCellValue());
          case STRING -> copy.setCellValue(cell.getStringCellValue());
          case FORMULA, BLANK, ERROR, _NONE -> copy.setBlank();
        }
      }
    }
    from.getMergedRegions().forEach(to::addMergedRegion);
  }

  private static CellStyle style(Sheet sheet, String format) {
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    return style;
  }
}
