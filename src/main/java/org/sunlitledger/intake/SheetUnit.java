package org.sunlitledger.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.quantity.MoneyUnit;
import org.sunlitledger.register.Field;

/**
 * The unit that the lines above a header, or directly below it, give to its amounts. Where they
 * give none it is that of the part of the sheet above, or 元.
 */
final class SheetUnit {
  private final Map<String, Line> named = new LinkedHashMap<>();
  private final MoneyUnit above;

  /**
   * @param above the unit where no line names one
   */
  SheetUnit(MoneyUnit above) {
    this.above = above;
  }

  /** Takes note of a line above the header. */
  void take(Line line) {
    UnitText.of(line).forEach(unit -> named.putIfAbsent(unit, line));
  }

  /** Takes note of the cells of a header that are no titles and do nothing but name a unit. */
  void takeBeside(HeaderFinder.Found header) {
    for (Line line : header.own()) {
      for (int i = 0; i < line.cells().size(); i++) {
        Optional<String> unit = UnitText.alone(line.cells().get(i));
        if (unit.isPresent() && header.header().column(i).isEmpty()) {
          named.putIfAbsent(unit.get(), line);
        }
      }
    }
  }

  /**
   * Takes note of the lines directly below a header that do nothing but name a unit.
   *
   * @param ofColumns units that hold for single columns, and not for the sheet
   * @return those lines
   */
  List<Line> takeBelow(HeaderFinder.Found header, ColumnUnits ofColumns) {
    RecordSigns signs = new RecordSigns(header.header());
    List<Line> below =
        header.rest().stream()
            .takeWhile(
                line ->
                    isUnit(line, signs)
                        || HeaderLines.areNumbers(line)
                        || ofColumns.lines().contains(line))
            .filter(line -> isUnit(line, signs) && !ofColumns.lines().contains(line))
            .toList();
    below.forEach(this::take);
    return below;
  }

  /** Whether a line does nothing but name a unit. */
  static boolean isUnit(Line line, RecordSigns signs) {
    return !signs.areOn(line.cells(), line.first()) && UnitText.isAllOf(line);
  }

  /**
   * Holds a note below the lines, which have been read by now, against the header.
   *
   * @throws FileFault when it names a unit in which amounts have not been read
   */
  static void verify(Header header, Line note) throws FileFault {
    for (String unit : UnitText.of(note)) {
      for (Optional<Column> column : header.columns()) {
        if (column.isPresent()
            && isOfNoUnit(column.get())
            && !MoneyUnit.of(unit).equals(Optional.of(column.get().unit()))) {
          throw fault(column.get().field().title(), unit, note.number());
        }
      }
    }
  }

  private static boolean isOfNoUnit(Column column) {
    return column.field().type() == Field.Type.MONEY && !column.namesUnit();
  }

  /** For amounts whose column names no unit. */
  MoneyUnit unit() {
    return told().orElse(above);
  }

  /** Whether a line names one. */
  boolean isTold() {
    return told().isPresent();
  }

  /**
   * Holds a header against the lines above it.
   *
   * @throws FileFault when they name a unit that is not read, or another one than a column does
   */
  void verify(Header header, int line) throws FileFault {
    for (Optional<Column> column : header.columns()) {
      if (column.isPresent() && column.get().field().type() == Field.Type.MONEY) {
        verify(header, column.get(), line);
      }
    }
  }

  private void verify(Header header, Column column, int line) throws FileFault {
    for (Map.Entry<String, Line> unit : named.entrySet()) {
      if (column.namesUnit() && !UnitText.isWord(unit.getKey())) {
        continue;
      }
      if (MoneyUnit.of(unit.getKey()).isEmpty() || named.size() > 1) {
        throw fault("", String.join("、", named.keySet()), unit.getValue().number());
      }
    }
    String foreign = header.foreignUnits().get(column.field());
    if (foreign != null) {
      throw fault(column.field().title(), foreign, line);
    }
    if (told().isPresent() && told().get() != column.unit()) {
      String both = String.join("", named.keySet()) + "、" + column.unit().text();
      throw fault(column.field().title(), both, line);
    }
  }

  private Optional<MoneyUnit> told() {
    return named.keySet().stream().findFirst().flatMap(MoneyUnit::of);
  }

  private static FileFault fault(String field, String found, int line) {
    return new FileFault(new ShapeFinding(ShapeRule.FILE_UNIT, field, found, "元、万元、亿元、分"), line);
  }
}
