package org.sunlitledger.close.store;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.check.rule.Check;
import org.sunlitledger.check.rule.Checks;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Which registers' records may leave the database: those that others do not refer to, that subjects
 * do not join, and of which each rule says by which columns it looks for earlier lines.
 */
@Component
final class MovableRegisters {
  private final Registers registers;
  private final Definitions definitions;
  private final Checks checks;
  private final TransactionTemplate transaction;

  MovableRegisters(
      Registers registers,
      Definitions definitions,
      Checks checks,
      TransactionTemplate transaction) {
    this.registers = registers;
    this.definitions = definitions;
    this.checks = checks;
    this.transaction = transaction;
  }

  /** The registers whose records are moved. */
  List<Register> moved() {
    return registers.all().stream().filter(this::isMovable).toList();
  }

  /** The titles of those whose records stay. */
  List<String> stay() {
    return registers.all().stream()
        .filter(register -> !isMovable(register))
        .map(Register::title)
        .toList();
  }

  /** Makes what finds their lines when they have left. */
  void digest() {
    transaction.executeWithoutResult(status -> moved().forEach(checks::digestForLater));
  }

  private boolean isMovable(Register register) {
    return checks.all().stream().noneMatch(check -> readsAll(check, register))
        && SqlFile.all(definitions, "sql/subjects").stream()
            .noneMatch(subject -> joins(subject, register));
  }

  /** As rules that follow from references to the register do, and those that do not say how. */
  private static boolean readsAll(Check check, Register register) {
    boolean findsByColumns =
        check.lookBack().containsKey(register.name())
            || (check.register().equals(register.name()) && !check.alike().isEmpty());
    return !findsByColumns && names(check.file(), register);
  }

  private static boolean joins(SqlFile subject, Register register) {
    return !subject.header().texts("registers").contains(register.name())
        && names(subject, register);
  }

  private static boolean names(SqlFile file, Register register) {
    return Pattern.compile("\\b(standing_|live_)" + Pattern.quote(register.name()) + "\\b")
        .matcher(file.sql())
        .find();
  }
}
