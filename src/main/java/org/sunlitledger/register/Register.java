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
 * @param reversal what its negative amounts mean; empty where a negative amount needs no entry to
 *     take back, or there is none
 */
public record Register(
    String name,
    String title,
    String description,
    List<String> key,
    Optional<String> amount,
    Optional<String> date,
    Optional<Reversal> reversal,
    List<Field> fields) {

  /** Whether the same key twice is refused. */
  public boolean hasKey() {
    return !key.isEmpty();
  }

  public Field field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst().orElseThrow();
  }
}
