package org.sunlitledger.intake.line;

import java.util.List;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * A line of a file, or several lines with a quoted cell over them.
 *
 * @param number of the first line, as an editor or a spreadsheet shows it
 * @param appearance what a sheet shows of it in addition to its values
 */
public record SourceLine(int number, List<String> cells, LineAppearance appearance) {

  /** A line with values only, as in a text file. */
  public SourceLine(int number, List<String> cells) {
    this(number, cells, LineAppearance.PLAIN);
  }

  /** The same line with other cells in the same columns. */
  public SourceLine with(List<String> others) {
    return new SourceLine(number, others, appearance);
  }

  /** The column of the first cell that is not blank. */
  public int first() {
    int first = 0;
    while (first < cells.size() - 1 && Glyphs.isBlank(cells.get(first))) {
      first++;
    }
    return first;
  }
}
