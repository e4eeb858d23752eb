package org.sunlitledger.console.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.check.finding.Findings.FindingText;
import org.sunlitledger.check.finding.RefusedLines.RefusedColumn;
import org.sunlitledger.intake.record.MaskedCells;
import org.sunlitledger.intake.workbook.sheet.CellReference;
import org.sunlitledger.quantity.person.PayeeName;
import org.sunlitledger.quantity.person.PersonName;
import org.sunlitledger.quantity.person.PersonalText;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.CodeList.ListedCode;

/**
 * A column of a delivery with rejected lines.
 *
 * @param position in the header as delivered, from 0
 * @param title with the unit of amounts
 * @param field of the register; empty if it has no such field, and then nothing is corrected there
 * @param isKey whether its field identifies a record
 * @param choices the values that its field may have in the year; none where it may be any text
 */
public record MendColumn(
    int position, String title, Optional<Field> field, boolean isKey, List<String> choices) {

  static MendColumn of(RefusedColumn column, MendDelivery delivery) {
    return new MendColumn(
        column.position(),
        column.title(),
        column.field(),
        column.field().filter(f -> delivery.register().key().contains(f.name())).isPresent(),
        column.field().map(field -> choices(field, delivery.year())).orElse(List.of()));
  }

  private static List<String> choices(Field field, int year) {
    return Stream.concat(
            field.codes().stream()
                .flatMap(codes -> codes.codes().stream())
                .filter(code -> code.years().contains(year))
                .map(ListedCode::title),
            field.type() == Field.FieldType.BOOLEAN
                ? Stream.of("是", "否")
                : field.constraints().values().stream())
        .toList();
  }

  /** The letters that a spreadsheet shows above it. */
  public String letters() {
    return CellReference.letters(position);
  }

  public boolean isEditable() {
    return field.isPresent();
  }

  /** Whether its values are ID numbers, accounts or names of people. */
  public boolean isPersonal() {
    return field.filter(f -> f.type().isPersonal()).isPresent();
  }

  public boolean isOf(FindingText finding) {
    return isTitled(finding.column());
  }

  /** Whether findings call it so: by the title of its field, or of the column. */
  public boolean isTitled(String name) {
    return field.map(Field::title).orElse(title).equals(name);
  }

  /** Whether a cell of a rejected line hides what was delivered. */
  boolean isHidden(String shown) {
    return field
        .filter(of -> isPersonal() ? !shown.isBlank() : MaskedCells.isMasked(shown, of))
        .isPresent();
  }

  /**
   * Whether a text may be kept before it is handed in. In doubt it may not: it could be the name of
   * a person, or contain an ID number.
   */
  public boolean mayKeep(String typed) {
    String text = Glyphs.strip(typed);
    if (isPersonal() || !PersonalText.masked(text).equals(text)) {
      return false;
    }
    if (choices.contains(text)) {
      return true;
    }
    return switch (field.orElseThrow().type()) {
      case PAYEE -> PayeeName.masked(text, field.orElseThrow().payees()).equals(text);
      case VILLAGE -> PersonName.isPlace(text) || !PersonName.isLikely(text);
      default -> !PersonName.isLikely(text);
    };
  }
}
