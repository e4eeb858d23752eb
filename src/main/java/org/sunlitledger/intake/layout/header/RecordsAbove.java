package org.sunlitledger.intake.layout.header;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.Glyphs;

/** Detects records above a header, which would otherwise be lost silently. */
final class RecordsAbove {
  private RecordsAbove() {}

  /**
   * @throws FileFault with the first line that is a record
   */
  static void verify(List<SourceLine> above, Header header) throws FileFault {
    for (SourceLine line : above) {
      if (isRecord(line, header)) {
        String shown =
            line.cells().stream().map(PersonalText::cell).collect(Collectors.joining(","));
        throw new FileFault(
            new ShapeFinding(
                ShapeRule.FILE_LINES_ABOVE,
                "",
                shown.length() <= 200 ? shown : shown.substring(0, 200) + "…",
                header.register().title()),
            line.number());
      }
    }
  }

  /** Whether a line has most of the required fields, and a value of a type that is not text. */
  private static boolean isRecord(SourceLine line, Header header) {
    int required = 0;
    int filled = 0;
    boolean hasValue = false;
    for (int i = 0; i < header.columns().size(); i++) {
      Optional<HeaderColumn> column = header.columns().get(i);
      if (column.isPresent()) {
        String cell = i < line.cells().size() ? line.cells().get(i) : "";
        boolean isFilled = !Glyphs.isNone(cell);
        if (column.get().field().constraints().required()) {
          required++;
          filled += isFilled ? 1 : 0;
        }
        hasValue |= isFilled && TypedCells.fits(cell, column.get());
      }
    }
    return hasValue && 2 * filled > required;
  }
}
