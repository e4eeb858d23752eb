package org.sunlitledger.intake.record;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.record.CellReader.CellReading;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;

/**
 * A column with values that are often repeated, such as townships and dates. Each value is read
 * once.
 */
final class RepeatedCells {
  /** The highest number of different values that are remembered. Later ones are read each time. */
  private static final int MAX_CELLS_REMEMBERED = 2_000;

  private final Function<String, CellReading> reader;
  private final boolean hasCodes;
  private boolean worthwhile;
  private int repeats;
  private final Map<String, CellReading> known = new HashMap<>();

  RepeatedCells(CellReader reader, HeaderColumn column) {
    this.reader = reader.wayFor(column);
    this.hasCodes = column.field().codes().isPresent();
    this.worthwhile = isWorthwhile(column.field());
  }

  private static boolean isWorthwhile(Field field) {
    return switch (field.type()) {
      case TEXT,
          DATE,
          BOOLEAN,
          DECIMAL,
          DOCUMENT_NUMBER,
          CREDIT_CODE,
          PERSON_NAME,
          VILLAGE,
          PAYEE ->
          true;
      case INTEGER, MONEY, ID_NUMBER, BANK_ACCOUNT -> false;
    };
  }

  /** Whether a cell that looks empty is one of the column's codes, as 无 may be. */
  boolean hasCode(String text) {
    return hasCodes && !Glyphs.isBlank(text) && read(text) instanceof CellReader.KeptCell;
  }

  /** Reads a cell that is not blank. */
  CellReading read(String text) {
    if (!worthwhile) {
      return reader.apply(text);
    }
    CellReading before = known.get(text);
    if (before != null) {
      repeats++;
      return before;
    }
    CellReading cell = reader.apply(text);
    if (known.size() < MAX_CELLS_REMEMBERED) {
      // the result for a number that may be rounded depends on other numbers
      if (!RoundedNumbers.mayBe(text)) {
        known.put(text, cell);
      }
    } else if (repeats < MAX_CELLS_REMEMBERED) {
      // most values appear once, as voucher numbers do
      worthwhile = false;
      known.clear();
    }
    return cell;
  }
}
