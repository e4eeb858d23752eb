package org.sunlitledger.intake.layout.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.ColumnTitle;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.HeaderText;

/**
 * Units of money that rows below the titles give to single columns: a row of units and hints (人, 户,
 * 万元), or the row that numbers the columns, 甲, 乙, 1（万元）. Each unit applies to its column as if it
 * followed the title.
 *
 * @param lines the rows that give a unit
 * @param units units of each column; two if rows disagree
 */
public record ColumnUnits(List<SourceLine> lines, Map<Integer, Set<String>> units) {
  private static final Pattern BEHIND_NUMBER =
      Pattern.compile(
          ".*[\\d①-⑳][)\\]]?[(\\[【〔]?(?:单位:?)?(?<unit>" + UnitText.MONEY + ")[)\\]】〕]?");
  private static final Pattern ALONE =
      Pattern.compile("[(\\[【〔]?(?:金额)?(?:单位:?)?(?:人民币)?(?<unit>" + UnitText.MONEY + ")[)\\]】〕]?");

  /** In a row of two cells, one may label the other: 单位：, 万元. This is a unit of the sheet. */
  private static final int LABELLED_CELLS = 2;

  /** The units directly below a header. */
  static ColumnUnits below(HeaderFinder.FoundHeader found) {
    RecordSigns signs = new RecordSigns(found.header());
    ColumnUnits units = new ColumnUnits(new ArrayList<>(), new TreeMap<>());
    for (SourceLine line : found.rest()) {
      boolean areNumbers = HeaderLines.areNumbers(line);
      if (!units.take(line, areNumbers ? BEHIND_NUMBER : ALONE, found.header())
          && !areNumbers
          && !SheetUnit.isUnit(line, signs)) {
        return units;
      }
    }
    return units;
  }

  /** Whether a row gives units to columns. If so, they are added. */
  private boolean take(SourceLine line, Pattern pattern, Header header) {
    Map<Integer, String> found = new LinkedHashMap<>();
    int filled = 0;
    boolean isOfAmounts = false;
    for (int i = 0; i < line.cells().size(); i++) {
      String cell = HeaderText.normal(line.cells().get(i));
      if (!Glyphs.isNone(cell)) {
        filled++;
        Matcher unit = pattern.matcher(cell);
        if (unit.matches()) {
          found.put(i, unit.group("unit"));
          isOfAmounts |= isAmount(header.column(i));
        } else if (pattern == ALONE && !ColumnTitle.isHint(cell)) {
          return false;
        }
      }
    }
    if (found.isEmpty() || (pattern == ALONE && filled <= LABELLED_CELLS && !isOfAmounts)) {
      return false;
    }
    found.forEach(
        (at, unit) -> units.computeIfAbsent(at, column -> new LinkedHashSet<>()).add(unit));
    lines.add(line);
    return true;
  }

  /**
   * Compares a row of numbers below the repeated header with that header.
   *
   * @throws FileFault when it gives an amount another unit
   */
  public static void verify(Header header, SourceLine numbers) throws FileFault {
    for (int i = 0; i < numbers.cells().size(); i++) {
      Optional<HeaderColumn> column = header.column(i);
      Matcher unit = BEHIND_NUMBER.matcher(HeaderText.normal(numbers.cells().get(i)));
      if (isAmount(column)
          && unit.matches()
          && !unit.group("unit").equals(column.orElseThrow().unit().text())) {
        throw fault(column.orElseThrow().field().title(), unit.group("unit"), numbers.number());
      }
    }
  }

  /** The lines of a header, with each unit behind the title of its column. */
  List<SourceLine> behindTitles(List<SourceLine> own) {
    List<SourceLine> titled = new ArrayList<>(own);
    units.forEach(
        (at, of) -> {
          int row = titled.size() - 1;
          while (row > 0 && Glyphs.isBlank(cell(titled.get(row), at))) {
            row--;
          }
          SourceLine line = titled.get(row);
          String title = cell(line, at);
          if (!Glyphs.isBlank(title)) {
            List<String> cells = new ArrayList<>(line.cells());
            cells.set(at, Glyphs.strip(title) + "（" + String.join("）（", of) + "）");
            titled.set(row, line.with(cells));
          }
        });
    return titled;
  }

  /**
   * Verifies that these rows give a unit to all amounts or to none.
   *
   * @param isSheetUnitNamed whether the whole sheet has a unit
   * @throws FileFault when some amounts have a unit from these rows and others have none
   */
  public void verify(Header header, boolean isSheetUnitNamed) throws FileFault {
    Optional<String> given =
        units.entrySet().stream()
            .filter(entry -> isAmount(header.column(entry.getKey())))
            .map(entry -> String.join("、", entry.getValue()))
            .findFirst();
    if (given.isEmpty() || isSheetUnitNamed) {
      return;
    }
    for (Optional<HeaderColumn> column : header.columns()) {
      if (isAmount(column) && !column.orElseThrow().namesUnit()) {
        String title = column.orElseThrow().field().title();
        throw fault(title, given.get() + "、" + title + "（？）", lines.get(0).number());
      }
    }
  }

  private static FileFault fault(String title, String found, int line) {
    return new FileFault(new ShapeFinding(ShapeRule.FILE_UNIT, title, found, "元、万元、亿元、分"), line);
  }

  private static boolean isAmount(Optional<HeaderColumn> column) {
    return column.filter(of -> of.field().type() == Field.FieldType.MONEY).isPresent();
  }

  private static String cell(SourceLine line, int at) {
    return at < line.cells().size() ? line.cells().get(at) : "";
  }
}
