package org.sunlitledger.check.rule;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.alike.AlikeLines;
import org.sunlitledger.check.alike.LineDigests.Wanted;
import org.sunlitledger.check.reversal.ReversalSql;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Lets a rule see those records of closed years in files that may agree with a candidate in the
 * columns that its header names under {@code lookBack}. While no records are in files it costs
 * nothing.
 */
@Component
final class EarlierRecords {
  private final Registers registers;
  private final AlikeLines alike;

  EarlierRecords(Registers registers, AlikeLines alike) {
    this.registers = registers;
    this.alike = alike;
  }

  /** Makes them a part of {@code standing_R} until the transaction ends. */
  void recall(Check check, Register candidates) {
    check
        .lookBack()
        .forEach(
            (register, columns) ->
                alike.recall(
                    new Wanted(registers.get(register), columns, Years.ALWAYS),
                    Candidates.view(candidates)));
  }

  /** Each list of columns by which lines of earlier years are looked for in a register. */
  static List<List<String>> columns(Register register, List<Check> checks) {
    Stream<List<String>> reversals =
        register.reversal().map(reversal -> new ReversalSql(register)).stream()
            .flatMap(sql -> Stream.of(sql.key(), sql.group()));
    Stream<List<String>> rules =
        checks.stream()
            .flatMap(
                check ->
                    Stream.of(
                        check.register().equals(register.name())
                            ? check.alike()
                            : List.<String>of(),
                        check.lookBack().getOrDefault(register.name(), List.of())));
    return Stream.concat(reversals, rules)
        .filter(columns -> !columns.isEmpty())
        .distinct()
        .toList();
  }
}
