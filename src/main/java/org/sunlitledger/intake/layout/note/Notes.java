package org.sunlitledger.intake.layout.note;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.RecordSigns;
import org.sunlitledger.intake.layout.header.SheetUnit;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Constraints.Form;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.code.HeaderText;

/**
 * Notes below a table or between its parts: 制表人：张三, 注：金额单位为万元, 2020年12月31日. A line with an amount,
 * a key, or values of several columns is not a note, whatever its first words are.
 */
public final class Notes {
  /** Words between two dates, which are not values. */
  private static final Set<String> BETWEEN = Set.of("至", "到", "-", "—", "~", "—至");

  private final Header header;
  private final RecordSigns signs;

  /** Positions of the amount columns, stored because every line needs them. */
  private final int[] amounts;

  public Notes(Header header) {
    this.header = header;
    this.signs = new RecordSigns(header);
    this.amounts = IntStream.range(0, header.columns().size()).filter(this::isAmount).toArray();
  }

  /** Whether a line is a note, or only names a unit. */
  public boolean isOne(SourceLine line) {
    return isNote(line) || SheetUnit.isUnit(line, signs);
  }

  /**
   * Whether a line may be the title of the lines below: one text, or a note that is not a remark.
   */
  public boolean isTitle(SourceLine line) {
    int first = line.first();
    String text = line.cells().get(first);
    boolean isText = isAlone(line) && !isKey(first, text) && !isNumber(text);
    return (isText || isOne(line)) && !FooterText.isRemark(text);
  }

  private boolean isNote(SourceLine line) {
    int first = line.first();
    String text = line.cells().get(first);
    if (isAlone(line)) {
      return isNoteAlone(first, text);
    }
    return !hasAmount(line.cells()) && FooterText.isLabelText(text) && !hasValues(line);
  }

  private static boolean isAlone(SourceLine line) {
    for (int i = line.cells().size() - 1; i > line.first(); i--) {
      if (!Glyphs.isBlank(line.cells().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isNoteAlone(int at, String text) {
    if (FooterText.isDateOrPage(text)) {
      return true;
    }
    if (isKey(at, text) || (isAmount(at) && isNumber(text))) {
      return false;
    }
    return FooterText.isAlone(text) || (isFirst(at) && FooterText.isSentence(text));
  }

  /** Whether a cell is the first. The first column of merged cells contains their text. */
  private boolean isFirst(int at) {
    for (int i = 0; i < at; i++) {
      if (header.column(i).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private boolean isKey(int at, String text) {
    Optional<Form> form = field(at).flatMap(field -> field.constraints().form());
    return isKey(at) && form.isPresent() && form.get().fits(Glyphs.narrow(text));
  }

  private boolean hasAmount(List<String> cells) {
    for (int column : amounts) {
      if (column < cells.size() && isNumber(cells.get(column))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasValues(SourceLine line) {
    int values = 0;
    int first = line.first();
    boolean isNamed = beginsAnswer(line.cells().get(first));
    for (int i = first + 1; i < line.cells().size(); i++) {
      String cell = line.cells().get(i);
      if (!Glyphs.isNone(cell) && !BETWEEN.contains(Glyphs.strip(cell))) {
        boolean isLabel = FooterText.isLabelText(cell);
        boolean isValue = !isNamed && !isLabel && cell.indexOf('：') < 0 && cell.indexOf(':') < 0;
        if (isValue && (isKey(i) || isAmount(i))) {
          return true;
        }
        values += isValue ? 1 : 0;
        isNamed = beginsAnswer(cell);
      }
    }
    return values > 1;
  }

  private static boolean isNumber(String cell) {
    return Fen.parse(cell, MoneyUnit.YUAN) instanceof Parsed.Value<Long>;
  }

  /** 审核人： with the name in the next cell. */
  private static boolean beginsAnswer(String cell) {
    String normal = HeaderText.normal(cell);
    return normal.endsWith(":") || (normal.indexOf(':') < 0 && FooterText.isLabelText(cell));
  }

  private boolean isKey(int at) {
    return field(at).map(Field::name).filter(header.register().key()::contains).isPresent();
  }

  private boolean isAmount(int at) {
    return field(at).map(Field::type).filter(Field.FieldType.MONEY::equals).isPresent();
  }

  private Optional<Field> field(int at) {
    return header.column(at).map(Header.HeaderColumn::field);
  }
}
