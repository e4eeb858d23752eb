package org.sunlitledger.intake;

import java.util.List;
import org.sunlitledger.quantity.Glyphs;

/**
 * A line of a file, or several where a quoted cell runs over them.
 *
 * @param number of the first, as an editor or a spreadsheet shows it
 */
record Line(int number, List<String> cells) {

  /** Column of the first cell that is not blank. */
  int first() {
    int first = 0;
    while (first < cells.size() - 1 && Glyphs.isBlank(cells.get(first))) {
      first++;
    }
    return first;
  }
}
