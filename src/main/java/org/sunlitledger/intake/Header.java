package org.sunlitledger.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.MoneyUnit;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.HeaderText;
import org.sunlitledger.register.Register;

/**
 * A file's header held against one register: which column is which field, in which unit.
 *
 * @param columns one for each column of the file; empty where the register has no such field
 * @param foreignUnits of columns whose title names a unit of money that amounts are not read in
 */
record Header(
    Register register,
    List<Optional<Column>> columns,
    List<String> unknown,
    List<String> twice,
    Map<Field, String> foreignUnits) {
  private static final Pattern UNIT =
      Pattern.compile(
          "(.+?)[(\\[【〔](?:单位:?)?(?:人民币:?)?(" + UnitText.MONEY + "|%|人|年|月|个|户)[)\\]】〕]");

  /**
   * A column of the file that is a field of the register.
   *
   * @param namesUnit whether its own title says the unit
   */
  record Column(Field field, MoneyUnit unit, boolean namesUnit) {}

  /**
   * @param unit of amounts whose title names none
   */
  static Header match(Register register, List<String> titles, MoneyUnit unit) {
    Map<String, Field> byTitle = new HashMap<>();
    for (Field field : register.fields()) {
      byTitle.putIfAbsent(HeaderText.normal(field.title()), field);
      byTitle.putIfAbsent(field.name(), field);
    }
    for (Field field : register.fields()) {
      field.aliases().forEach(alias -> byTitle.putIfAbsent(HeaderText.normal(alias), field));
    }
    List<Optional<Column>> columns = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    List<Field> seen = new ArrayList<>();
    Map<Field, String> foreignUnits = new HashMap<>();
    for (String title : titles) {
      Optional<Column> column = column(byTitle, HeaderText.normal(title), unit);
      columns.add(column);
      if (column.isEmpty()) {
        if (!title.isBlank() && !Supplement.isRemark(title)) {
          unknown.add(title.strip());
        }
      } else if (seen.contains(column.get().field())) {
        twice.add(title.strip());
      } else {
        seen.add(column.get().field());
      }
      Optional<String> foreign =
          UnitText.bracketed(title).filter(named -> MoneyUnit.of(named).isEmpty());
      if (column.isPresent() && foreign.isPresent()) {
        foreignUnits.put(column.get().field(), foreign.get());
      }
    }
    return new Header(register, columns, unknown, twice, foreignUnits);
  }

  private static Optional<Column> column(Map<String, Field> byTitle, String title, MoneyUnit unit) {
    Field plain = byTitle.get(title);
    if (plain != null) {
      return Optional.of(new Column(plain, unit, false));
    }
    Matcher named = UNIT.matcher(title);
    if (!named.matches()) {
      return Optional.empty();
    }
    Field field = byTitle.get(named.group(1));
    if (field == null) {
      return Optional.empty();
    }
    Optional<MoneyUnit> own = MoneyUnit.of(named.group(2));
    return Optional.of(new Column(field, own.orElse(unit), own.isPresent()));
  }

  /** What the column at a position is; nothing beyond the last title. */
  Optional<Column> column(int at) {
    return at < columns.size() ? columns.get(at) : Optional.empty();
  }

  int matched() {
    return (int) columns.stream().filter(Optional::isPresent).count() - twice.size();
  }

  /** Titles of required fields that no column has. */
  List<String> missing() {
    return register.fields().stream()
        .filter(field -> field.constraints().required())
        .filter(
            field ->
                columns.stream().noneMatch(c -> c.isPresent() && c.get().field().equals(field)))
        .map(Field::title)
        .toList();
  }
}
