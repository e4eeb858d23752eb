package org.sunlitledger.intake.layout.total;

import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * A line with totals.
 *
 * @param at column of its label
 */
record TotalLine(SourceLine line, int at, TotalLabel label) {

  /** Whether it has an amount in words. */
  boolean isInWords() {
    return !label.numbers().words().isEmpty()
        || line.cells().stream()
            .filter(cell -> !Glyphs.isBlank(cell))
            .anyMatch(
                cell -> TotalNumbers.parse(cell).filter(n -> !n.words().isEmpty()).isPresent());
  }
}
