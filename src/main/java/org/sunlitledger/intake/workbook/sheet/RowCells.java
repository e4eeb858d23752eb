package org.sunlitledger.intake.workbook.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.line.LineAppearance;
import org.sunlitledger.intake.line.LineAppearance.Shown;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.number.CellText;
import org.sunlitledger.quantity.text.Glyphs;

/** Builds a row cell by cell. Blanks at its end are omitted. */
public final class RowCells {
  private List<String> cells = new ArrayList<>();
  private Map<Integer, Shown> shown = Map.of();

  /**
   * Adds a cell.
   *
   * @param column from 0; a cell that exists already is replaced
   */
  public void add(int column, CellText.CellContent content) {
    if (Glyphs.isBlank(content.text())) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, content.text());
    if (content.shown().isPresent()) {
      if (shown.isEmpty()) {
        shown = new HashMap<>();
      }
      shown.put(column, content.shown().get());
    }
  }

  /** Ends the row and begins a new one. Empty if the row is blank. */
  public Optional<SourceLine> end(int number, boolean isHidden) {
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    SourceLine line = new SourceLine(number, cells, LineAppearance.of(isHidden, shown));
    cells = new ArrayList<>();
    shown = Map.of();
    return Optional.of(line);
  }
}
