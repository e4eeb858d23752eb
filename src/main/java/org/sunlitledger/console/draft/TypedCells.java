package org.sunlitledger.console.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that were typed when lines are handed in: ID numbers, accounts, names. They go into the
 * supplement and are kept nowhere else.
 */
public record TypedCells(Map<Place, String> values) {
  public static final TypedCells NONE = new TypedCells(Map.of());

  /** A cell by its line and the position of its column. */
  public record Place(int line, int position) {}

  Optional<String> find(MendLine line, MendColumn column) {
    return Optional.ofNullable(values.get(new Place(line.number(), column.position())))
        .filter(text -> !text.isBlank());
  }

  /** What was typed for a cell; empty if nothing was. */
  public String shown(MendLine line, MendColumn column) {
    return find(line, column).orElse("");
  }

  /** The cells of a line as they are handed in. */
  List<String> cells(MendSheet sheet, MendLine line) {
    return sheet.columns().stream()
        .map(
            column ->
                line.isTypedLast(column)
                    ? find(line, column).orElse(line.text(column))
                    : line.text(column))
        .toList();
  }

  /** Whether a value that must be typed is missing. */
  public boolean lacks(MendLine line, MendColumn column) {
    return line.isTypedLast(column) && find(line, column).isEmpty();
  }

  @Override
  public String toString() {
    return "%d cells".formatted(values.size());
  }
}
