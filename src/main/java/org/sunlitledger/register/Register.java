package org.sunlitledger.register;

import java.util.List;
import java.util.Optional;

/**
 * A kind of record with its columns.
 *
 * @param key names of the fields that tell its records apart within a year; empty where nothing
 *     does
 * @param amount the field whose fen are counted in and out
 * @param date the field that must lie in the delivery's year
 * @param source the code of the source of all its lines; empty where a field says it, or nothing
 *     does
 * @param reversal what its negative amounts mean; empty where a negative amount needs no entry to
 *     take back, or there is none
 * @param sides how amounts are spread over columns; empty where they are in one
 * @param incidental fields that files of other registers have too
 * @param indexes fields by which its lines are looked up, an index each
 * @param foreignKeys lines of registers without which its own wait
 * @param dateOrders dates of a line of which one is not before the other
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

  /** The file that defines it. */
  public String file() {
    return file(name);
  }

  /** The file that defines a register of that name. */
  static String file(String name) {
    return "jobs/registers/%s.yaml".formatted(name);
  }

  /** Whether the same key twice is refused. */
  public boolean hasKey() {
    return !key.isEmpty();
  }

  /** Whether a field holds balances, which are not added up. */
  public boolean isBalance(Field field) {
    return sides.filter(of -> of.balance().equals(field)).isPresent();
  }

  /**
   * Whether other registers have the field too, so that it does not show which one a file is of.
   */
  public boolean isIncidental(Field field) {
    return incidental.contains(field) || sides.filter(of -> of.isIncidental(field)).isPresent();
  }

  /** The field with a role; empty where none has it. */
  public Optional<Field> role(Role role) {
    return fields.stream().filter(field -> field.role().equals(Optional.of(role))).findFirst();
  }

  public Field field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst().orElseThrow();
  }
}
