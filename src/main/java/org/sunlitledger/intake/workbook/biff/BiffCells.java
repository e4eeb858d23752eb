package org.sunlitledger.intake.workbook.biff;

/** The numbers of the records that are read in a sheet. */
final class BiffCells {
  static final int ROW = 0x208;
  static final int NUMBER = 0x203;
  static final int RK = 0x27e;
  static final int MANY_RK = 0xbd;
  static final int SHARED_TEXT = 0xfd;
  static final int TEXT = 0x204;
  static final int RICH_TEXT = 0xd6;
  static final int TRUTH_OR_ERROR = 0x205;
  static final int FORMULA = 0x06;
  static final int RESULT_TEXT = 0x207;
  static final int MERGED = 0xe5;
  static final int COLUMNS = 0x7d;
  static final int PAGE_HEADER = 0x14;
  static final int PAGE_FOOTER = 0x15;
  static final int OTHER_PAGES = 0x89c;
  static final int OBJECT = 0x5d;
  static final int OBJECT_TEXT = 0x1b6;
  static final int NOTE = 0x1c;
  static final int VALIDATION = 0x1be;

  private BiffCells() {}

  /** Whether a record is one cell or several cells with a value. */
  static boolean isCell(int sid) {
    return switch (sid) {
      case NUMBER, RK, MANY_RK, SHARED_TEXT, TEXT, RICH_TEXT, TRUTH_OR_ERROR, FORMULA -> true;
      default -> false;
    };
  }
}
