package org.sunlitledger.intake.layout.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.unit.ColumnTitle;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * A file's header held against one register: which column is which field, in which unit.
 *
 * @param columns one for each column of the file; empty where the register has no such field
 * @param foreignUnits of columns whose title names a unit of money that amounts are not read in
 */
public record Header(
    Register register,
    List<Optional<HeaderColumn>> columns,
    List<String> unknown,
    List<String> twice,
    Map<Field, String> foreignUnits) {
  /**
   * A column of the file that is a field of the register.
   *
   * @param namesUnit whether its own title says the unit
   */
  public record HeaderColumn(Field field, MoneyUnit unit, boolean namesUnit) {}

  /**
   * @param titles of the columns as delivered, each with how it can be read
   * @param unit of amounts whose title names none
   */
  static Header match(
      RegisterTitles register, List<String> titles, List<ColumnTitle> readings, MoneyUnit unit) {
    List<Optional<HeaderColumn>> columns = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    List<Field> seen = new ArrayList<>();
    Map<Field, String> foreignUnits = new HashMap<>();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      Optional<Field> field = field(register, readings, i);
      Optional<String> named = readings.get(i).unit();
      columns.add(field.map(of -> column(of, named, unit)));
      if (field.isEmpty()) {
        if (!title.isBlank() && !Supplement.isRemark(title) && !ColumnTitle.isLineNumber(title)) {
          unknown.add(title.strip());
        }
      } else if (seen.contains(field.get())) {
        twice.add(title.strip());
      } else {
        seen.add(field.get());
      }
      if (field.isPresent() && named.filter(Header::isForeign).isPresent()) {
        foreignUnits.put(field.get(), named.get());
      }
    }
    return new Header(register.register(), columns, unknown, twice, foreignUnits);
  }

  /**
   * The field that a column is. Of several that may be a field which other registers have too, 发放单位
   * and 主管部门, it is the one that is named like it, or else first among its aliases.
   */
  private static Optional<Field> field(
      RegisterTitles register, List<ColumnTitle> readings, int at) {
    Optional<Field> field = register.field(readings.get(at));
    boolean isIncidental = field.filter(register.register().incidental()::contains).isPresent();
    if (!isIncidental) {
      return field;
    }
    int rank = register.rank(readings.get(at));
    boolean isOther =
        readings.stream()
            .anyMatch(other -> register.field(other).equals(field) && register.rank(other) < rank);
    return isOther ? Optional.empty() : field;
  }

  private static HeaderColumn column(Field field, Optional<String> named, MoneyUnit unit) {
    Optional<MoneyUnit> own = named.flatMap(MoneyUnit::find);
    return new HeaderColumn(field, own.orElse(unit), own.isPresent());
  }

  private static boolean isForeign(String unit) {
    return MoneyUnit.find(unit).isEmpty() && (UnitText.isWord(unit) || unit.indexOf('、') >= 0);
  }

  /** What the column at a position is; nothing beyond the last title. */
  public Optional<HeaderColumn> column(int at) {
    return at >= 0 && at < columns.size() ? columns.get(at) : Optional.empty();
  }

  /** Position of a field's column; -1 where there is none. */
  public int columnOf(Field field) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isPresent() && columns.get(i).get().field().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  int matched() {
    return (int)
            columns.stream()
                .flatMap(Optional::stream)
                .filter(column -> !register.isIncidental(column.field()))
                .count()
        - twice.size();
  }

  /** Whether a field is the amount, and that is in the columns of its two sides. */
  private boolean isOnSides(Field field) {
    return register.amount().filter(field.name()::equals).isPresent() && hasSides();
  }

  /** Whether there is a column for one side of amounts, or for each. */
  public boolean hasSides() {
    return register
        .sides()
        .filter(sides -> columnOf(sides.debit()) >= 0 || columnOf(sides.credit()) >= 0)
        .isPresent();
  }

  /** Titles of required fields that no column has. */
  List<String> missing() {
    return register.fields().stream()
        .filter(field -> field.constraints().required() && !isOnSides(field))
        .filter(
            field ->
                columns.stream().noneMatch(c -> c.isPresent() && c.get().field().equals(field)))
        .map(Field::title)
        .toList();
  }
}
