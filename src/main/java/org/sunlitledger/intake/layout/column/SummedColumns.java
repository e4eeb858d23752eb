package org.sunlitledger.intake.layout.column;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * The fields of a register that are added up, in fen for amounts and unchanged for whole numbers,
 * and their columns below the current header.
 */
public final class SummedColumns {
  /** The sum of millions of these fits a long. */
  private static final long LARGEST_VALUE = 1_000_000_000_000L;

  private static final int NO_COLUMN = -1;

  private final List<Field> fields;
  private final int[] cells;
  private final MoneyUnit[] units;

  public SummedColumns(Register register) {
    this.fields =
        register.fields().stream()
            .filter(field -> isAddedUp(field) && !register.isBalance(field))
            .toList();
    this.cells = new int[fields.size()];
    this.units = new MoneyUnit[fields.size()];
  }

  /** Sets the header and finds its columns. */
  public void setHeader(Header header) {
    Arrays.fill(cells, NO_COLUMN);
    Arrays.fill(units, MoneyUnit.YUAN);
    for (int i = 0; i < header.columns().size(); i++) {
      Optional<HeaderColumn> column = header.columns().get(i);
      int field = column.map(HeaderColumn::field).map(fields::indexOf).orElse(NO_COLUMN);
      if (field >= 0) {
        cells[field] = i;
        units[field] = column.orElseThrow().unit();
      }
    }
  }

  public int count() {
    return cells.length;
  }

  /** The position of a field's column; -1 if there is none. */
  public int cell(int field) {
    return cells[field];
  }

  /** The field in a column; -1 if the column is not added up. */
  public int at(int cell) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == cell) {
        return i;
      }
    }
    return NO_COLUMN;
  }

  /** A field that has a column, found by its name. */
  public Optional<Integer> named(String name) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] >= 0 && name(i).equals(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  public String name(int field) {
    return fields.get(field).name();
  }

  public boolean isMoney(int field) {
    return fields.get(field).type() == Field.FieldType.MONEY;
  }

  /** Whether there is a column of amounts. */
  public boolean hasMoney() {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] >= 0 && isMoney(i)) {
        return true;
      }
    }
    return false;
  }

  /** The value of a cell in its column's unit, unless the label of a total names another unit. */
  public Optional<Long> value(int field, String cell, Optional<MoneyUnit> unit) {
    if (isMoney(field)) {
      return Fen.parse(cell, unit.orElse(units[field])) instanceof Parsed.Value<Long> fen
          ? Optional.of(fen.value())
          : Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(Glyphs.narrow(cell).replace(",", "")))
          .filter(number -> Math.abs(number) <= LARGEST_VALUE);
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  public String shown(int field, long sum) {
    return isMoney(field) ? Fen.yuan(sum).toPlainString() + " 元" : String.valueOf(sum);
  }

  private static boolean isAddedUp(Field field) {
    return field.type() == Field.FieldType.MONEY || field.type() == Field.FieldType.INTEGER;
  }
}
