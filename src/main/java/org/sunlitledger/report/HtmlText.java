package org.sunlitledger.report;

import org.sunlitledger.quantity.text.SafeText;

/** Text as HTML shows it, whatever it holds. */
public final class HtmlText {
  private HtmlText() {}

  public static String escaped(String text) {
    return SafeText.escape(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
