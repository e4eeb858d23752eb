package org.sunlitledger.intake.record;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Field;

/**
 * Cells of a supplement that still contain the masked form from the rejects workbook. 石* is not a
 * name, so the name must be typed again.
 */
public final class MaskedCells {
  /** 石*, 990502************, also within a sentence. */
  private static final Pattern MASK = Pattern.compile("[*＊]{2}|[\\p{IsHan}·•][*＊]");

  private final Header header;
  private final boolean isSupplement;

  public MaskedCells(Header header, boolean isSupplement) {
    this.header = header;
    this.isSupplement = isSupplement;
  }

  /**
   * Adds a finding for each masked cell, and removes other findings on the same field, because the
   * mask causes them.
   */
  void verify(List<String> cells, List<ShapeFinding> findings) {
    if (!isSupplement) {
      return;
    }
    for (int cell = 0; cell < cells.size(); cell++) {
      String text = cells.get(cell);
      Optional<Field> field = header.column(cell).map(HeaderColumn::field);
      if (field.isPresent() && isMasked(text, field.get())) {
        String name = field.get().name();
        findings.removeIf(finding -> finding.field().equals(name));
        findings.add(
            new ShapeFinding(
                ShapeRule.MASKED_AGAIN, name, shown(text, field.get()), field.get().title()));
      }
    }
  }

  /** The cell as shown. The office may have masked too little of it. */
  private static String shown(String text, Field field) {
    String cell = Glyphs.strip(text);
    return field.type() == Field.FieldType.BANK_ACCOUNT ? BankAccount.masked(cell) : cell;
  }

  /** Whether a cell contains the form in which the rejects workbook hides something personal. */
  public static boolean isMasked(String text, Field field) {
    if (text.indexOf('*') < 0 && text.indexOf('＊') < 0) {
      return false;
    }
    return field.type().isPersonal() || MASK.matcher(text).find();
  }
}
