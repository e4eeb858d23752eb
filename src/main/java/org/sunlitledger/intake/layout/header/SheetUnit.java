package org.sunlitledger.intake.layout.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.NamedUnit;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Field;

/**
 * The unit that the lines above a header, or directly below it, give to its amounts. If they give
 * none, the unit is in the names of the file and the sheet or in the page header. If these give
 * none either, it is the unit of the part of the sheet above, or 元. No two of them may disagree.
 */
public final class SheetUnit {
  private final Map<String, SourceLine> named = new LinkedHashMap<>();
  private final Map<NamedUnit, SheetRemark> beside = new LinkedHashMap<>();
  private final List<SheetRemark> onCells = new ArrayList<>();
  private final MoneyUnit above;
  private boolean areNamesHeard = true;

  /**
   * @param above the unit if no line names one
   */
  public SheetUnit(MoneyUnit above) {
    this.above = above;
  }

  /** Adds a text outside the cells of the sheet. */
  public void take(SheetRemark remark) {
    if (remark.place().isOfSheet()) {
      remark.units().forEach(unit -> beside.putIfAbsent(unit, remark));
    } else {
      onCells.add(remark);
    }
  }

  /**
   * From now on, texts outside the cells give no unit and are only compared with the header.
   * Columns of a supplement name their unit, and a title without a unit means 元.
   */
  void onlyLinesGive() {
    areNamesHeard = false;
  }

  /** Adds a line above the header. */
  public void take(SourceLine line) {
    UnitText.unitsAbove(line).forEach(unit -> named.putIfAbsent(unit, line));
  }

  /** Adds the cells of a header that are not titles and only name a unit. */
  void takeBeside(HeaderFinder.FoundHeader header) {
    for (SourceLine line : header.own()) {
      for (int i = 0; i < line.cells().size(); i++) {
        Optional<String> unit = UnitText.alone(line.cells().get(i));
        if (unit.isPresent() && header.header().column(i).isEmpty()) {
          named.putIfAbsent(unit.get(), line);
        }
      }
    }
  }

  /**
   * Adds the lines directly below a header that only name a unit.
   *
   * @param ofColumns units of single columns, which do not apply to the sheet
   * @return these lines
   */
  List<SourceLine> takeBelow(HeaderFinder.FoundHeader header, ColumnUnits ofColumns) {
    RecordSigns signs = new RecordSigns(header.header());
    List<SourceLine> below =
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

  /** Whether a line only names a unit. */
  public static boolean isUnit(SourceLine line, RecordSigns signs) {
    return !signs.areOn(line.cells(), line.first()) && UnitText.isAllOf(line);
  }

  /**
   * Compares a note below the lines, which are already read, with the header.
   *
   * @throws FileFault when the note names a unit that differs from the one used for reading
   */
  public static void verify(Header header, SourceLine note) throws FileFault {
    for (String unit : UnitText.unitsAbove(note)) {
      for (Optional<HeaderColumn> column : header.columns()) {
        if (column.isPresent()
            && isOfNoUnit(column.get())
            && !MoneyUnit.find(unit).equals(Optional.of(column.get().unit()))) {
          throw fault(column.get().field().title(), unit, note.number());
        }
      }
    }
  }

  private static boolean isOfNoUnit(HeaderColumn column) {
    return isMoney(column) && !column.namesUnit();
  }

  private static boolean isMoney(HeaderColumn column) {
    return column.field().type() == Field.FieldType.MONEY;
  }

  /** The unit for amounts whose column names none. */
  MoneyUnit unit() {
    return stated().or(this::besideTheSheet).orElse(above);
  }

  private Optional<MoneyUnit> besideTheSheet() {
    return beside.keySet().stream()
        .filter(unit -> areNamesHeard)
        .flatMap(unit -> MoneyUnit.find(unit.text()).stream())
        .findFirst();
  }

  /** Whether a line names a unit. */
  boolean isNamed() {
    return stated().isPresent();
  }

  /**
   * Compares a header with the lines above it and with the texts outside the cells.
   *
   * @throws FileFault when they name a unit that cannot be read, or a unit that differs from a
   *     column's
   */
  public void verify(Header header, int line) throws FileFault {
    for (Optional<HeaderColumn> column : header.columns()) {
      if (column.isPresent() && isMoney(column.get())) {
        verify(header, column.get(), line);
      }
    }
    verifyRemarks(header);
  }

  private void verify(Header header, HeaderColumn column, int line) throws FileFault {
    for (Map.Entry<String, SourceLine> unit : named.entrySet()) {
      if (column.namesUnit() && !UnitText.isWord(unit.getKey())) {
        continue;
      }
      if (MoneyUnit.find(unit.getKey()).isEmpty() || named.size() > 1) {
        throw fault("", String.join("、", named.keySet()), unit.getValue().number());
      }
    }
    String foreign = header.foreignUnits().get(column.field());
    if (foreign != null) {
      throw fault(column.field().title(), foreign, line);
    }
    if (stated().isPresent() && stated().get() != column.unit()) {
      String both = String.join("", named.keySet()) + "、" + column.unit().text();
      throw fault(column.field().title(), both, line);
    }
    for (Map.Entry<NamedUnit, SheetRemark> unit : beside.entrySet()) {
      verify(column, unit.getKey(), unit.getValue());
    }
  }

  /** Ignores an unclear unit if the column's title names one. */
  private static void verify(HeaderColumn column, NamedUnit unit, SheetRemark remark)
      throws FileFault {
    boolean isForColumn = unit.isClear() || !column.namesUnit();
    if (isForColumn && !MoneyUnit.find(unit.text()).equals(Optional.of(column.unit()))) {
      String both = "%s（%s）、%s".formatted(unit.text(), remark.shownPlace(), column.unit().text());
      throw fault(column.field().title(), both, remark.row());
    }
  }

  /**
   * Checks remarks. A remark on a cell of an amount column applies to this column; another remark
   * applies to all columns.
   */
  private void verifyRemarks(Header header) throws FileFault {
    for (SheetRemark remark : onCells) {
      Optional<HeaderColumn> own = header.column(remark.column()).filter(SheetUnit::isMoney);
      for (NamedUnit unit : remark.units()) {
        for (HeaderColumn column : own.map(List::of).orElseGet(() -> withoutUnit(header))) {
          verify(column, unit, remark);
        }
      }
    }
  }

  private static List<HeaderColumn> withoutUnit(Header header) {
    return header.columns().stream()
        .flatMap(Optional::stream)
        .filter(SheetUnit::isOfNoUnit)
        .toList();
  }

  private Optional<MoneyUnit> stated() {
    return named.keySet().stream().findFirst().flatMap(MoneyUnit::find);
  }

  private static FileFault fault(String field, String found, int line) {
    return new FileFault(new ShapeFinding(ShapeRule.FILE_UNIT, field, found, "元、万元、亿元、分"), line);
  }
}
