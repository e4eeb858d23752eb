package org.sunlitledger.report;

/** What a report is written as; all come from the one template. */
public enum Format {
  DOCX,
  HTML,
  TXT;

  /** The ending of a file of this format, without the dot. */
  public String ending() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
