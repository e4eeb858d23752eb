package org.sunlitledger.close.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.store.StoreObstacle.StoreObstacleKind;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Register.LookBack;
import org.sunlitledger.register.Registers;

/**
 * Which registers' records may leave the database: those in which no rule, join or reference looks
 * back any more. The first open year looks back, so years leave as later ones are closed.
 */
@Component
final class LookBacks {
  private static final List<String> QUERIES =
      List.of(
          "sql/checks",
          "sql/subjects",
          "sql/matching",
          "sql/discrepancies",
          "sql/reconciliation",
          "sql/risks");

  private final Registers registers;
  private final Definitions definitions;

  LookBacks(Registers registers, Definitions definitions) {
    this.registers = registers;
    this.definitions = definitions;
  }

  /** The registers whose records are moved at all. */
  List<Register> moved() {
    return registers.all().stream()
        .filter(register -> register.lookBack().filter(LookBack::isAlways).isEmpty())
        .toList();
  }

  /** The titles of those whose records stay, as rules compare with the records of all years. */
  List<String> stay() {
    return registers.all().stream()
        .filter(register -> register.lookBack().filter(LookBack::isAlways).isPresent())
        .map(Register::title)
        .toList();
  }

  /**
   * Why a year must stay.
   *
   * @param closedThrough the last closed year
   */
  List<StoreObstacle> obstacles(int year, int closedThrough) {
    List<StoreObstacle> obstacles = new ArrayList<>();
    for (Register register : moved()) {
      obstacle(register, year, closedThrough).ifPresent(obstacles::add);
    }
    return obstacles;
  }

  private Optional<StoreObstacle> obstacle(Register register, int year, int closedThrough) {
    if (register.lookBack().isEmpty()) {
      List<String> readers = readers(register);
      return readers.isEmpty()
          ? Optional.empty()
          : Optional.of(
              StoreObstacle.of(
                  StoreObstacleKind.LOOK_BACK_UNKNOWN,
                  register.file(),
                  String.join(", ", readers)));
    }
    int years = register.lookBack().get().years();
    return year + years <= closedThrough
        ? Optional.empty()
        : Optional.of(
            StoreObstacle.of(
                StoreObstacleKind.LOOKED_BACK,
                register.title(),
                String.valueOf(years),
                String.valueOf(year + years),
                register.name()));
  }

  /** What reads lines of a register beside their own delivery, perhaps of other years. */
  private List<String> readers(Register register) {
    List<String> readers = new ArrayList<>();
    Pattern named = Pattern.compile("\\b(standing|live)_" + Pattern.quote(register.name()) + "\\b");
    for (String folder : QUERIES) {
      for (SqlFile file : SqlFile.all(definitions, folder)) {
        if (named.matcher(file.sql()).find()) {
          readers.add(file.path());
        }
      }
    }
    if (register.reversal().isPresent()) {
      readers.add("reversal");
    }
    registers.all().stream()
        .filter(
            other ->
                other.foreignKeys().stream()
                    .anyMatch(key -> key.resource().equals(register.name())))
        .map(Register::file)
        .forEach(readers::add);
    return readers;
  }
}
