package org.sunlitledger.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.quantity.Fen;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.MoneyUnit;
import org.sunlitledger.quantity.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.HeaderText;

/**
 * What is written below a table: 制表人：张三, 注：金额单位为万元. A line that has an amount, or values of several
 * columns, is none, whatever it begins with.
 */
final class Notes {
  private static final Pattern BEGINNING =
      Pattern.compile("(?:制表|填表|填报|审核|复核|经办|单位负责|分管|负责|联系|备注|说明|注)[^,]{0,8}:.*", Pattern.DOTALL);

  private final Header header;
  private final RecordSigns signs;

  Notes(Header header) {
    this.header = header;
    this.signs = new RecordSigns(header);
  }

  /**
   * Whether a line is a note.
   *
   * @throws FileFault when it names a unit in which amounts have not been read
   */
  boolean isOne(Line line) throws FileFault {
    if (!isNote(line) && !SheetUnit.isUnit(line, signs)) {
      return false;
    }
    SheetUnit.verify(header, line);
    return true;
  }

  private boolean isNote(Line line) {
    String first = line.cells().get(line.first());
    return (first.indexOf('：') >= 0 || first.indexOf(':') >= 0)
        && BEGINNING.matcher(HeaderText.normal(first)).matches()
        && !hasValues(line);
  }

  private boolean hasValues(Line line) {
    int values = 0;
    int first = line.first();
    boolean isNamed = beginsAnswer(line.cells().get(first));
    for (int i = first + 1; i < line.cells().size(); i++) {
      String cell = line.cells().get(i);
      if (!Glyphs.isBlank(cell)) {
        boolean isValue = !isNamed && cell.indexOf('：') < 0 && cell.indexOf(':') < 0;
        if ((isValue && isKeyOrAmount(i)) || (isAmount(i) && isNumber(cell))) {
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

  /** 审核人： with the name in the cell beside it. */
  private static boolean beginsAnswer(String cell) {
    return HeaderText.normal(cell).endsWith(":");
  }

  private boolean isKeyOrAmount(int at) {
    return isAmount(at)
        || field(at).map(Field::name).filter(header.register().key()::contains).isPresent();
  }

  private boolean isAmount(int at) {
    return field(at).map(Field::type).filter(Field.Type.MONEY::equals).isPresent();
  }

  private Optional<Field> field(int at) {
    return header.column(at).map(Column::field);
  }
}
