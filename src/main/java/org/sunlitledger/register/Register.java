package org.sunlitledger.register;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.definition.SqlName;

/**
 * A kind of record with its columns.
 *
 * @param key names of the fields that identify a record within a year; empty if there are none
 * @param amount field whose fen are totalled on both sides of an import
 * @param date field that must be in the delivery's year
 * @param source code of the source of all lines; empty if a field gives it or there is none
 * @param reversal rules for negative amounts; empty if a negative amount does not need an entry to
 *     reverse, or negative amounts are not allowed
 * @param sides columns over which amounts are spread; empty if one column has them
 * @param incidental fields that files of other registers have too
 * @param indexes fields by which lines are looked up, one index each
 * @param foreignKeys lines of other registers for which a line waits
 * @param dateOrders pairs of dates of a line in a fixed order
 */
public record Register(
    String name,
    String title,
    String description,
    List<String> key,
    Optional<String> amount,
    Optional<String> date,
    Optional<String> source,
    Optional<ReversalFields> reversal,
    Optional<Sides> sides,
    List<Field> incidental,
    List<List<Field>> indexes,
    List<ForeignKey> foreignKeys,
    List<DateOrder> dateOrders,
    List<Field> fields) {

  /** The file that defines the register. */
  public String file() {
    return file(name);
  }

  /** The file that defines the register with this name. */
  static String file(String name) {
    return "jobs/registers/%s.yaml".formatted(name);
  }

  /** The title of the field with this name; the name itself if the register has no such field. */
  public String fieldTitle(String field) {
    return fields.stream()
        .filter(known -> known.name().equals(field))
        .map(Field::title)
        .findFirst()
        .orElse(field);
  }

  /** Whether a repeated key is rejected. */
  public boolean hasKey() {
    return !key.isEmpty();
  }

  /** Whether a field contains balances, which are not added up. */
  public boolean isBalance(Field field) {
    return sides.filter(of -> of.balance().equals(field)).isPresent();
  }

  /**
   * Whether other registers have the field too, so that it does not identify the register of a
   * file.
   */
  public boolean isIncidental(Field field) {
    return incidental.contains(field) || sides.filter(of -> of.isIncidental(field)).isPresent();
  }

  /** The field with a role; empty if there is none. */
  public Optional<Field> role(Role role) {
    return fields.stream().filter(field -> field.role().equals(Optional.of(role))).findFirst();
  }

  public Field field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst().orElseThrow();
  }

  /**
   * The amount of a record in fen, as SQL: 0 where the record or the whole register has none.
   *
   * @param row alias of the register's table in the query
   */
  public String fenSql(String row) {
    return amount
        .map(
            name ->
                "coalesce(%s.%s, 0)"
                    .formatted(SqlName.checked(row), SqlName.checked(field(name).column())))
        .orElse("0::bigint");
  }
}
