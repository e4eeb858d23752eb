package org.sunlitledger.console.discrepancy;

/** What somebody typed into a form that was refused; it stays in the form. */
public record TypedResolution(String as, String why, String back) {
  static final TypedResolution NOTHING = new TypedResolution("", "", "");
}
