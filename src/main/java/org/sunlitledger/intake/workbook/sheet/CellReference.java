package org.sunlitledger.intake.workbook.sheet;

import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/** Reads cell references within the size limits of a sheet. */
public final class CellReference {
  public static final int MAX_ROWS = 1 << 20;
  public static final int MAX_COLUMNS = 1 << 14;

  private CellReference() {}

  /** The column of B7 is 2. */
  public static int column(String reference) throws FileFault {
    int column = 0;
    int at = 0;
    while (at < reference.length() && at < 4 && isLetter(reference.charAt(at))) {
      column = column * 26 + (reference.charAt(at) | 0x20) - 'a' + 1;
      at++;
    }
    if (column == 0 || column > MAX_COLUMNS || !isRow(reference.substring(at))) {
      throw WorkbookFaults.hostile(WorkbookFaults.clip(reference), "A1–XFD" + MAX_ROWS);
    }
    return column;
  }

  /** The row of B7 is 7. {@link #column} has already checked the reference. */
  public static int row(String reference) {
    int at = 0;
    while (isLetter(reference.charAt(at))) {
      at++;
    }
    return Integer.parseInt(reference.substring(at));
  }

  /** A range of cells as Excel writes it: E3:E5. */
  public static String range(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    return letters(firstColumn) + firstRow + ":" + letters(lastColumn) + lastRow;
  }

  /** The letters of a column; A is 0. */
  public static String letters(int column) {
    String letters = "";
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters = (char) ('A' + (rest - 1) % 26) + letters;
    }
    return letters;
  }

  public static boolean isRow(String number) {
    if (number.isEmpty() || number.length() > 7) {
      return false;
    }
    int row = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      row = row * 10 + digit;
    }
    return row >= 1 && row <= MAX_ROWS;
  }

  private static boolean isLetter(char glyph) {
    int letter = glyph | 0x20;
    return letter >= 'a' && letter <= 'z';
  }
}
