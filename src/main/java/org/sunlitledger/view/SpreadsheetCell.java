package org.sunlitledger.view;

import org.sunlitledger.quantity.text.SafeText;

/** Text that a spreadsheet will show and neither run nor obey. */
public final class SpreadsheetCell {
  private SpreadsheetCell() {}

  public static String safe(String cell) {
    String text = SafeText.escape(cell);
    boolean wouldRun =
        !text.isEmpty()
            && "=+-@＝＋－＠\t\r\n|%".indexOf(text.charAt(0)) >= 0
            && !text.matches("[+-]?[0-9]+([.][0-9]+)?");
    return wouldRun ? "'" + text : text;
  }
}
