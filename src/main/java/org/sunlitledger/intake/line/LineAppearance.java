package org.sunlitledger.intake.line;

import java.util.Map;
import java.util.Optional;

/**
 * What a person sees of a sheet's line, if it differs from the values of its cells. Most lines
 * share {@link #PLAIN}, so the check is cheap.
 *
 * @param hidden whether a filter or a person hides the row
 * @param shown by column, cells whose number format shows something else than their number
 * @param merged by column, cells that are merged with cells of other lines
 */
public record LineAppearance(
    boolean hidden, Map<Integer, Shown> shown, Map<Integer, Merged> merged) {
  static final LineAppearance PLAIN = new LineAppearance(false, Map.of(), Map.of());
  static final LineAppearance HIDDEN = new LineAppearance(true, Map.of(), Map.of());

  public static LineAppearance of(boolean hidden, Map<Integer, Shown> shown) {
    if (shown.isEmpty()) {
      return hidden ? HIDDEN : PLAIN;
    }
    return new LineAppearance(hidden, shown, Map.of());
  }

  /** Whether any single cell differs. */
  public boolean hasCells() {
    return !shown.isEmpty() || !merged.isEmpty();
  }

  public LineAppearance with(Map<Integer, Merged> cells) {
    return cells.isEmpty() ? this : new LineAppearance(hidden, shown, cells);
  }

  /**
   * The visible text of a cell.
   *
   * @param text as a person sees it; a date as 2020-03-05
   * @param number the stored number if it is shown scaled down; else empty
   */
  public record Shown(ShownKind kind, String text, String number) {
    public Shown(ShownKind kind, String text) {
      this(kind, text, "");
    }

    public enum ShownKind {
      /** A date; the stored number counts days. */
      DATE,
      /** The same number with zeros, a prefix or a suffix around it. */
      DRESSED,
      /** The same number in tens, thousands or ten thousands, with any text around it. */
      SCALED,
      /** Another number than the stored one, or no number. */
      OTHER
    }
  }

  /**
   * A cell that covers several lines.
   *
   * @param range as in Excel: E3:E5
   * @param first row of the range
   * @param value of its first cell
   * @param shown visible text of that cell
   */
  public record Merged(String range, int first, String value, Optional<Shown> shown) {}
}
