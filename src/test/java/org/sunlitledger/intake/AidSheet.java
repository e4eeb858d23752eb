package org.sunlitledger.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet of the register of aid in a workbook of either kind, changed by a test and read. */
public final class AidSheet {
  private static final List<String> HEADER =
      List.of("收据编号", "帮扶类别", "提供单位", "形式", "乡镇", "行政村", "到位日期", "折合金额");

  static final int KEY = 0;
  static final int DONOR = 2;
  static final int TOWNSHIP = 4;
  static final int DATE = 6;
  public static final int AMOUNT = 7;

  private final Reading reading = new Reading();
  private final Path folder;

  /**
   * @param folder folder for the workbooks
   */
  public AidSheet(Path folder) {
    this.folder = folder;
  }

  /** Writes a header and this many lines with amounts of 1000, followed by the unusual part. */
  public Reading.Result read(String ending, int lines, Consumer<Sheet> change) throws IOException {
    Path file = folder.resolve("aid-2020" + ending);
    try (Workbook workbook = ending.equals(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream output = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("台账");
      row(sheet, 0, HEADER);
      for (int i = 1; i <= lines; i++) {
        row(sheet, i, List.of("SJ-%03d".formatted(i), "帮扶资金", "甲公司", "现金", "香山乡", "黄泉村"));
        cell(sheet, i, DATE).setCellValue("2020-03-05");
        cell(sheet, i, AMOUNT).setCellValue(1000);
      }
      change.accept(sheet);
      workbook.write(output);
    }
    return reading.of(file);
  }

  public static void row(Sheet sheet, int number, List<String> texts) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < texts.size(); i++) {
      row.createCell(i).setCellValue(texts.get(i));
    }
  }

  public static Cell cell(Sheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  public static Cell formatted(Sheet sheet, int row, int column, String format) {
    Workbook workbook = sheet.getWorkbook();
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    Cell cell = cell(sheet, row, column);
    cell.setCellStyle(style);
    return cell;
  }

  static void merge(Sheet sheet, int firstRow, int lastRow, int first, int last) {
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = first; column <= last; column++) {
        if (row > firstRow || column > first) {
          cell(sheet, row, column).setBlank();
        }
      }
    }
    sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, first, last));
  }
}
