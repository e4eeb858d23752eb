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
 * The unit that the lines above a header, or directly below it, give to its amounts. Where they
 * give none it is the one that the names of the file and the sheet or what is printed above its
 * pages gives, else that of the part of the sheet above, or 元. No two of them may disagree.
 */
public final class SheetUnit {
  private final Map<String, SourceLine> named = new LinkedHashMap<>();
  private final Map<NamedUnit, SheetRemark> beside = new LinkedHashMap<>();
  private final List<SheetRemark> onCells = new ArrayList<>();
  private final MoneyUnit above;
  private boolean areNamesHeard = true;

  /**
   * @param above the unit where no line names one
   */
  public SheetUnit(MoneyUnit above) {
    this.above = above;
  }

  /** Takes note of a text that is in no cell of the sheet. */
  public void take(SheetRemark remark) {
    if (remark.place().isOfSheet()) {
      remark.units().forEach(unit -> beside.putIfAbsent(unit, remark));
    } else {
      onCells.add(remark);
    }
  }

  /**
   * From now on what is beside the sheet gives no unit, and is only held against the header:
   * columns of a supplement say their unit, and 元 goes without saying.
   */
  void onlyLinesGive() {
    areNamesHeard = false;
  }

  /** Takes note of a line above the header. */
  public void take(SourceLine line) {
    UnitText.unitsAbove(line).forEach(unit -> named.putIfAbsent(unit, line));
  }

  /** Takes note of the cells of a header that are no titles and do nothing but name a unit. */
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
   * Takes note of the lines directly below a header that do nothing but name a unit.
   *
   * @param ofColumns units that hold for single columns, and not for the sheet
   * @return those lines
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

  /** Whether a line does nothing but name a unit. */
  public static boolean isUnit(SourceLine line, RecordSigns signs) {
    return !signs.areOn(line.cells(), line.first()) && UnitText.isAllOf(line);
  }

  /**
   * Holds a note below the lines, which have been read by now, against the header.
   *
   * @throws FileFault when it names a unit in which amounts have not been read
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

  /** For amounts whose column names no unit. */
  MoneyUnit unit() {
    return stated().or(this::besideTheSheet).orElse(above);
  }

  private Optional<MoneyUnit> besideTheSheet() {
    return beside.keySet().stream()
        .filter(unit -> areNamesHeard)
        .flatMap(unit -> MoneyUnit.find(unit.text()).stream())
        .findFirst();
  }

  /** Whether a line names one. */
  boolean isTold() {
    return stated().isPresent();
  }

  /**
   * Holds a header against the lines above it and against what is beside the sheet.
   *
   * @throws FileFault when they name a unit that is not read, or another one than a column does
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

  /** A unit that is not clear is no matter where the column's title names one. */
  private static void verify(HeaderColumn column, NamedUnit unit, SheetRemark remark)
      throws FileFault {
    boolean isForColumn = unit.isClear() || !column.namesUnit();
    if (isForColumn && !MoneyUnit.find(unit.text()).equals(Optional.of(column.unit()))) {
      String both = "%s（%s）、%s".formatted(unit.text(), remark.shownPlace(), column.unit().text());
      throw fault(column.field().title(), both, remark.row());
    }
  }

  /** A remark on a cell of a column of amounts is about that, another one about all of them. */
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
