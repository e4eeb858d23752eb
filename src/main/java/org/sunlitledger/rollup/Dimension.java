package org.sunlitledger.rollup;

/** What a roll-up is broken down by. */
public enum Dimension {
  TOWNSHIP,
  SOURCE,
  MONTH;

  /** The cells that are not broken down. */
  static final String ALL = "all";

  String column() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
