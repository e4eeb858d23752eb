package org.sunlitledger.console.mend;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.draft.Draft;
import org.sunlitledger.console.draft.Drafts.CellChange;
import org.sunlitledger.console.draft.Drafts.DraftValue;
import org.sunlitledger.console.draft.MendColumn;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.intake.layout.header.Supplement;
import org.sunlitledger.quantity.text.SafeText;

/** What is saved of what somebody typed: nothing personal, and nothing that was delivered so. */
@Component
final class CellChanges {

  /** Empty where the line cannot be corrected any more, or there is no such column. */
  Optional<CellChange> of(MendSheet sheet, MendCells.TypedCell typed) {
    Optional<MendLine> line = sheet.line(typed.line()).filter(of -> !of.isSubmitted());
    if (typed.cell() == Draft.WITHDRAWAL) {
      return line.map(of -> withdrawal(of, typed.text() != null));
    }
    return line.flatMap(of -> sheet.column(typed.cell()).map(column -> change(of, column, typed)));
  }

  CellChange withdrawal(MendLine line, boolean isWithdrawn) {
    return new CellChange(
        line.number(),
        Draft.WITHDRAWAL,
        isWithdrawn
            ? Optional.of(new DraftValue(Optional.of(Supplement.WITHDRAW)))
            : Optional.empty());
  }

  private static CellChange change(MendLine line, MendColumn column, MendCells.TypedCell typed) {
    String delivered = SafeText.line(line.delivered(column));
    return new CellChange(
        line.number(),
        column.position(),
        Optional.ofNullable(typed.text())
            .filter(text -> column.isPersonal() || !text.equals(delivered))
            .map(text -> new DraftValue(Optional.of(text).filter(column::mayKeep))));
  }
}
