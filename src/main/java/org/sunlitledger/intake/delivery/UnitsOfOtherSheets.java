package org.sunlitledger.intake.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.intake.delivery.FileParts.Part;
import org.sunlitledger.intake.layout.header.Header.Column;
import org.sunlitledger.intake.layout.header.ShownTitles;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.Line;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.intake.workbook.sheet.Remark;
import org.sunlitledger.intake.workbook.sheet.SheetName;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Field;

/**
 * Units that covers and instructions of a workbook give to the amounts of its other sheets. Only
 * amounts in 元 that name no unit are held against them: nearer words count more.
 */
final class UnitsOfOtherSheets {
  /** Covers and instructions are no longer. */
  private static final int LOOK = 500;

  private final ShownTitles shown;
  private final Map<String, String> named = new LinkedHashMap<>();

  UnitsOfOtherSheets(ShownTitles shown) {
    this.shown = shown;
  }

  /** Takes note of what a sheet without lines says. */
  void read(Path file, SheetName sheet) throws IOException {
    try (LineSource lines = LineSource.open(file, StandardCharsets.UTF_8, sheet.index())) {
      Optional<Line> line = lines.next();
      for (int i = 0; i < LOOK && line.isPresent(); i++) {
        for (String unit : units(line.get())) {
          named.putIfAbsent(unit, shown.title(sheet.name()));
        }
        line = lines.next();
      }
    } catch (FileFault unreadable) {
      // a sheet that cannot be read has lines, and is found as such
      return;
    }
  }

  private static Set<String> units(Line line) {
    Set<String> units = new LinkedHashSet<>();
    for (String cell : line.cells()) {
      if (Remark.mayMatter(cell)) {
        units.addAll(UnitText.of(new Line(line.number(), List.of(cell))));
      }
    }
    units.removeIf(unit -> !UnitText.isWord(unit) || !Remark.mayMatter(unit));
    return units;
  }

  /** A delivery as it is, or refused where nothing but another sheet says its unit. */
  Part held(Part part) {
    String yuan = MoneyUnit.YUAN.text();
    if (named.isEmpty() || named.containsKey(yuan) || part.header().isEmpty()) {
      return part;
    }
    for (Optional<Column> column : part.header().get().header().columns()) {
      boolean isAssumed =
          column.isPresent()
              && column.get().field().type() == Field.Type.MONEY
              && !column.get().namesUnit()
              && column.get().unit() == MoneyUnit.YUAN;
      if (isAssumed) {
        Map.Entry<String, String> unit = named.entrySet().iterator().next();
        String both = "%s（%s）、%s".formatted(unit.getKey(), unit.getValue(), yuan);
        String field = column.orElseThrow().field().title();
        return Part.refused(
            part.sheet(),
            part.sheetName(),
            new FileFault(new ShapeFinding(ShapeRule.FILE_UNIT, field, both, "元、万元、亿元、分"), 0));
      }
    }
    return part;
  }
}
