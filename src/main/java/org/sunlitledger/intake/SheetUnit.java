package org.sunlitledger.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.quantity.MoneyUnit;
import org.sunlitledger.register.Field;

/** The unit that the lines above a header give to the amounts below it; 元 where they give none. */
final class SheetUnit {
  private final Map<String, Line> named = new LinkedHashMap<>();

  /** Takes note of a line above the header. */
  void take(Line line) {
    UnitText.of(line).forEach(unit -> named.putIfAbsent(unit, line));
  }

  /** For amounts whose column names no unit. */
  MoneyUnit unit() {
    return told().orElse(MoneyUnit.YUAN);
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
