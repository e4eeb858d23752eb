package org.sunlitledger.intake;

/** Why a workbook cannot be taken in, in the words the rules have for it. */
final class WorkbookFaults {
  private WorkbookFaults() {}

  static FileFault broken(String found, String expected) {
    return broken(found, expected, 0);
  }

  static FileFault broken(String found, String expected, int line) {
    return new FileFault(
        new ShapeFinding(ShapeRule.FILE_WORKBOOK_BROKEN, "", found, expected), line);
  }

  static FileFault hostile(String found, String expected) {
    return new FileFault(ShapeRule.FILE_WORKBOOK_HOSTILE, found, expected);
  }

  static FileFault locked(String found) {
    return new FileFault(ShapeRule.FILE_WORKBOOK_LOCKED, found, ".xlsx");
  }

  static FileFault type(String found) {
    return new FileFault(ShapeRule.FILE_TYPE, found, ".xlsx");
  }

  /** A text from a workbook, cut to what a message has room for. */
  static String clip(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
