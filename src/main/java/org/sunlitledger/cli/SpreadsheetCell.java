package org.sunlitledger.cli;

import org.sunlitledger.quantity.SafeText;

/** Text that a spreadsheet will show and neither run nor obey. */
final class SpreadsheetCell {
  private SpreadsheetCell() {}

  static String safe(String cell) {
    String text = SafeText.of(cell);
    boolean wouldRun =
        !text.isEmpty()
            && "=+-@＝＋－＠\t\r\n|%".indexOf(text.charAt(0)) >= 0
            && !text.matches("[+-]?[0-9]+([.][0-9]+)?");
    return wouldRun ? "'" + text : text;
  }
}
