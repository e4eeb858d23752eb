package org.sunlitledger.report;

/** Text as HTML shows it, whatever it holds. */
public final class HtmlText {
  private HtmlText() {}

  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
