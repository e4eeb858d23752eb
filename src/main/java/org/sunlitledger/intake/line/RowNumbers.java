package org.sunlitledger.intake.line;

import java.util.BitSet;

/** Formats row numbers for messages: 3、5–9. */
public final class RowNumbers {
  private static final int MAX_NUMBERS_SHOWN = 20;

  private RowNumbers() {}

  public static String shown(BitSet rows) {
    StringBuilder shown = new StringBuilder();
    int runs = 0;
    for (int from = rows.nextSetBit(0); from >= 0; runs++) {
      int end = rows.nextClearBit(from);
      if (runs == MAX_NUMBERS_SHOWN) {
        return shown.append("…").toString();
      }
      shown.append(runs == 0 ? "" : "、").append(from);
      if (end - from > 1) {
        shown.append(end - from > 2 ? "–" : "、").append(end - 1);
      }
      from = rows.nextSetBit(end);
    }
    return shown.toString();
  }
}
