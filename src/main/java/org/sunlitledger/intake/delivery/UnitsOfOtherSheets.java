package org.sunlitledger.intake.delivery;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.layout.header.ShownTitles;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.intake.workbook.sheet.SheetName;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Field;

/**
 * The units that covers and instructions of a workbook give for the amounts in its other sheets.
 * They are compared only with amounts in 元 without a named unit, because a unit near the amount has
 * priority.
 */
final class UnitsOfOtherSheets {
  /** The highest number of lines in covers and instructions. */
  private static final int MAX_LINES_READ = 500;

  private final ShownTitles shown;
  private final Map<String, String> named = new LinkedHashMap<>();

  UnitsOfOtherSheets(ShownTitles shown) {
    this.shown = shown;
  }

  /** Reads the units from a sheet without lines of a register. */
  void read(DeliveredFile file, SheetName sheet) throws IOException {
    try (LineSource lines = file.lines(sheet.index())) {
      Optional<SourceLine> line = lines.next();
      for (int i = 0; i < MAX_LINES_READ && line.isPresent(); i++) {
        for (String unit : units(line.get())) {
          named.putIfAbsent(unit, shown.title(sheet.name()));
        }
        line = lines.next();
      }
    } catch (FileFault unreadable) {
      // a sheet that cannot be read has lines and is reported as unreadable
      return;
    }
  }

  private static Set<String> units(SourceLine line) {
    Set<String> units = new LinkedHashSet<>();
    for (String cell : line.cells()) {
      if (SheetRemark.mayMatter(cell)) {
        units.addAll(UnitText.unitsAbove(new SourceLine(line.number(), List.of(cell))));
      }
    }
    units.removeIf(unit -> !UnitText.isWord(unit) || !SheetRemark.mayMatter(unit));
    return units;
  }

  /** The unchanged delivery, or a rejected one if only another sheet gives its unit. */
  FilePart held(FilePart part) {
    String yuan = MoneyUnit.YUAN.text();
    if (named.isEmpty() || named.containsKey(yuan) || part.header().isEmpty()) {
      return part;
    }
    for (Optional<HeaderColumn> column : part.header().get().header().columns()) {
      boolean isAssumed =
          column.isPresent()
              && column.get().field().type() == Field.FieldType.MONEY
              && !column.get().namesUnit()
              && column.get().unit() == MoneyUnit.YUAN;
      if (isAssumed) {
        Map.Entry<String, String> unit = named.entrySet().iterator().next();
        String both = "%s（%s）、%s".formatted(unit.getKey(), unit.getValue(), yuan);
        String field = column.orElseThrow().field().title();
        return FilePart.refused(
            part.sheet(),
            part.sheetName(),
            new FileFault(new ShapeFinding(ShapeRule.FILE_UNIT, field, both, "元、万元、亿元、分"), 0));
      }
    }
    return part;
  }
}
