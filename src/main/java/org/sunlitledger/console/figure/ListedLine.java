package org.sunlitledger.console.figure;

import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.rollup.Lines.SubjectLine;

/** How pages write what a line adds to a figure. */
public final class ListedLine {
  /** A person is known by the first digits of a keyed hash, as in the names of payees. */
  private static final String HASH = "[0-9a-f]{64}";

  private static final int SHOWN_DIGITS = 10;

  private ListedLine() {}

  /** What it adds; empty where lines are counted by their keys. */
  public static String amount(Figure figure, SubjectLine line) {
    return Explanation.amount(figure, line.amount());
  }

  /** What makes it distinct. */
  public static String key(SubjectLine line) {
    return shown(line.key());
  }

  /** The text it gives to a list; a person's is the hash again. */
  public static String label(SubjectLine line) {
    return shown(line.label());
  }

  private static String shown(String text) {
    return text.matches(HASH) ? text.substring(0, SHOWN_DIGITS) + "…" : text;
  }
}
