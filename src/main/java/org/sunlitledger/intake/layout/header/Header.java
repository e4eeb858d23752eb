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
 * A file's header matched with one register: the field and the unit of each column.
 *
 * @param columns one for each column of the file; empty if the register has no such field
 * @param foreignUnits columns whose title names a unit of money in which amounts cannot be read
 */
public record Header(
    Register register,
    List<Optional<HeaderColumn>> columns,
    List<String> unknown,
    List<String> twice,
    Map<Field, String> foreignUnits) {
  /**
   * A column of the file with a field of the register.
   *
   * @param namesUnit whether its own title contains the unit
   */
  public record HeaderColumn(Field field, MoneyUnit unit, boolean namesUnit) {}

  /**
   * @param titles of the columns as delivered, each with its possible readings
   * @param unit of amounts without a unit in their title
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
   * The field of a column. Several columns may match a field that other registers have too, such as
   * 发放单位 and 主管部门. The column with the field's own name is used, or else the one whose title comes
   * first among the aliases.
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

  /** The column at a position; empty after the last title. */
  public Optional<HeaderColumn> column(int at) {
    return at >= 0 && at < columns.size() ? columns.get(at) : Optional.empty();
  }

  /** The position of a field's column; -1 if there is none. */
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

  /** Whether a field is the amount and the columns of its two sides contain it. */
  private boolean isOnSides(Field field) {
    return register.amount().filter(field.name()::equals).isPresent() && hasSides();
  }

  /** Whether there is a column for one side of amounts, or for each side. */
  public boolean hasSides() {
    return register
        .sides()
        .filter(sides -> columnOf(sides.debit()) >= 0 || columnOf(sides.credit()) >= 0)
        .isPresent();
  }

  /** Titles of required fields without a column. */
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
