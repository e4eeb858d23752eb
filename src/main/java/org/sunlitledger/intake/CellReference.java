package org.sunlitledger.intake;

/** Where a cell says it is, held to the size a sheet can have. */
final class CellReference {
  static final int ROWS = 1 << 20;
  static final int COLUMNS = 1 << 14;

  private CellReference() {}

  /** The column of B7 is 2. */
  static int column(String reference) throws FileFault {
    int column = 0;
    int at = 0;
    while (at < reference.length() && at < 4 && isLetter(reference.charAt(at))) {
      column = column * 26 + (reference.charAt(at) | 0x20) - 'a' + 1;
      at++;
    }
    if (column == 0 || column > COLUMNS || !isRow(reference.substring(at))) {
      throw WorkbookFaults.hostile(WorkbookPartBounds.clip(reference), "A1–XFD" + ROWS);
    }
    return column;
  }

  /** The letters above a column: A for 0, AA for 26. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  static boolean isRow(String number) {
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
    return row >= 1 && row <= ROWS;
  }

  private static boolean isLetter(char glyph) {
    int letter = glyph | 0x20;
    return letter >= 'a' && letter <= 'z';
  }
}
