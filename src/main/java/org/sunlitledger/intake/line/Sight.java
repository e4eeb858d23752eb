package org.sunlitledger.intake.line;

import java.util.Map;
import java.util.Optional;

/**
 * What a person sees of a sheet's line where that is not simply the values of its cells. Most lines
 * share {@link #PLAIN}, so that asking costs nothing.
 *
 * @param hidden whether the row is not shown, by a filter or by hand
 * @param shown by column, cells whose number format shows something else than their number
 * @param merged by column, cells that are one with cells of other lines
 */
public record Sight(boolean hidden, Map<Integer, Shown> shown, Map<Integer, Merged> merged) {
  static final Sight PLAIN = new Sight(false, Map.of(), Map.of());
  static final Sight HIDDEN = new Sight(true, Map.of(), Map.of());

  public static Sight of(boolean hidden, Map<Integer, Shown> shown) {
    if (shown.isEmpty()) {
      return hidden ? HIDDEN : PLAIN;
    }
    return new Sight(hidden, shown, Map.of());
  }

  /** Whether there is anything to look at in single cells. */
  public boolean hasCells() {
    return !shown.isEmpty() || !merged.isEmpty();
  }

  public Sight with(Map<Integer, Merged> cells) {
    return cells.isEmpty() ? this : new Sight(hidden, shown, cells);
  }

  /**
   * What a cell shows.
   *
   * @param text as a person sees it; a date as 2020-03-05
   * @param number as it is kept, where it is shown smaller; else empty
   */
  public record Shown(ShownKind kind, String text, String number) {
    public Shown(ShownKind kind, String text) {
      this(kind, text, "");
    }

    public enum ShownKind {
      /** A date; the number kept is the count of days. */
      DATE,
      /** The same number with zeros, a prefix or a suffix around it. */
      DRESSED,
      /** The same number as so many tens, thousands or ten thousands, with what is around it. */
      SCALED,
      /** Another number than the one kept, or none at all. */
      OTHER
    }
  }

  /**
   * A cell that covers several lines.
   *
   * @param range as in Excel: E3:E5
   * @param first row of the range
   * @param value of its first cell
   * @param shown what that cell shows
   */
  public record Merged(String range, int first, String value, Optional<Shown> shown) {}
}
