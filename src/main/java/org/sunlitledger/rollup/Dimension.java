package org.sunlitledger.rollup;

/** What a roll-up is broken down by. */
public enum Dimension {
  TOWNSHIP,
  SOURCE,
  MONTH;

  String column() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
