package org.sunlitledger.cli;

/** Text that a spreadsheet will show and not run. */
final class SpreadsheetCell {
  private SpreadsheetCell() {}

  static String safe(String text) {
    boolean wouldRun =
        !text.isEmpty()
            && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
            && !text.matches("[+-]?[0-9]+([.][0-9]+)?");
    return wouldRun ? "'" + text : text;
  }
}
