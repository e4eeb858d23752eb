package org.sunlitledger.reconcile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A work list that somebody has open in Excel. */
public final class FilledWorkList {
  private static final int HEADER = 2;

  private final XSSFWorkbook book;
  private final Map<String, Integer> columns = new TreeMap<>();

  public FilledWorkList(byte[] taken) throws IOException {
    book = new XSSFWorkbook(new ByteArrayInputStream(taken));
    sheet()
        .getRow(HEADER)
        .forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
  }

  /** How many discrepancies it has. */
  public int size() {
    return sheet().getLastRowNum() - HEADER;
  }

  /** The row of a discrepancy, as Excel shows it. */
  public int row(long id) {
    for (Row row : sheet()) {
      Cell number = row.getCell(0);
      if (row.getRowNum() > HEADER
          && number.getCellType() == CellType.NUMERIC
          && (long) number.getNumericCellValue() == id) {
        return row.getRowNum() + 1;
      }
    }
    throw new AssertionError("no discrepancy " + id);
  }

  public String cell(int row, String column) {
    return sheet().getRow(row - 1).getCell(place(column)).toString();
  }

  public FilledWorkList type(int row, String column, String text) {
    // a new cell, as Excel writes it
    sheet().getRow(row - 1).createCell(place(column)).setCellValue(text);
    return this;
  }

  /** Types the same in every row. */
  public FilledWorkList typeInEach(String column, String text) {
    for (int row = HEADER + 1; row <= HEADER + size(); row++) {
      type(row + 1, column, text);
    }
    return this;
  }

  /** What may be chosen in the column of resolutions. */
  public String[] choices() {
    return sheet().getDataValidations().get(0).getValidationConstraint().getExplicitListValues();
  }

  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    book.write(bytes);
    return bytes.toByteArray();
  }

  private int place(String column) {
    return Objects.requireNonNull(columns.get(column), column);
  }

  private Sheet sheet() {
    return book.getSheetAt(0);
  }
}
