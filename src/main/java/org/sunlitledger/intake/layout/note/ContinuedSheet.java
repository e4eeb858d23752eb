package org.sunlitledger.intake.layout.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.layout.header.HeaderFinder.FoundHeader;
import org.sunlitledger.intake.layout.header.SheetUnit;
import org.sunlitledger.intake.layout.header.TypedCells;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.sheet.SheetRemark;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * A sheet that continues the previous sheet without its own header. It is read below the header of
 * that sheet if its lines fit the columns: all required fields have values, and the values in
 * columns of amounts, dates and keys have the right form.
 */
public final class ContinuedSheet {
  /** The lowest number of columns with a fitting value. */
  private static final int MIN_FITTING_COLUMNS = 2;

  private ContinuedSheet() {}

  /**
   * The header for a sheet's first lines.
   *
   * @param above the header at the end of the previous sheet
   * @param remarks that may name a unit beside the sheet
   * @return empty if the lines do not fit
   * @throws FileFault when a title names another unit
   */
  public static Optional<FoundHeader> below(
      FoundHeader above, List<SourceLine> lines, List<SheetRemark> remarks) throws FileFault {
    Notes notes = new Notes(above.header());
    SheetUnit unit = new SheetUnit(above.unit());
    remarks.forEach(unit::take);
    List<SourceLine> rest = new ArrayList<>(lines);
    while (!rest.isEmpty() && notes.isTitle(rest.get(0))) {
      unit.take(rest.remove(0));
    }
    if (!doFit(rest, above.header())) {
      return Optional.empty();
    }
    unit.verify(above.header(), lines.get(0).number());
    return Optional.of(
        new FoundHeader(
            above.header(),
            above.titles(),
            0,
            lines.subList(0, lines.size() - rest.size()),
            above.own(),
            rest,
            above.unit(),
            Optional.empty()));
  }

  private static boolean doFit(List<SourceLine> lines, Header header) {
    int fit = 0;
    int records = 0;
    for (SourceLine line : lines) {
      if (line.cells().stream().filter(cell -> !Glyphs.isBlank(cell)).count()
          > MIN_FITTING_COLUMNS) {
        records++;
        fit += fits(line, header) ? 1 : 0;
      }
    }
    return fit > 0 && 2 * fit >= records;
  }

  private static boolean fits(SourceLine line, Header header) {
    int typed = 0;
    for (int i = 0; i < header.columns().size(); i++) {
      Optional<HeaderColumn> column = header.columns().get(i);
      if (column.isPresent()) {
        String cell = i < line.cells().size() ? line.cells().get(i) : "";
        if (Glyphs.isNone(cell)) {
          if (column.get().field().constraints().required()) {
            return false;
          }
        } else if (TypedCells.isTyped(column.get())) {
          if (!TypedCells.fits(cell, column.get())) {
            return false;
          }
          typed++;
        }
      }
    }
    return typed >= MIN_FITTING_COLUMNS;
  }
}
