package org.sunlitledger.check.rule;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.alike.AlikeLines;
import org.sunlitledger.check.alike.DigestMaker;
import org.sunlitledger.check.alike.LineDigests.Wanted;
import org.sunlitledger.check.reversal.ReversalSql;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.storage.RecalledLines;

/**
 * Lets a rule see those records of closed years in files that may agree with a candidate in the
 * columns that its header names under {@code lookBack}. While no records are in files it costs
 * nothing.
 */
@Component
final class EarlierRecords {
  private final Registers registers;
  private final RecalledLines recalled;
  private final DigestMaker digests;
  private final AlikeLines alike;

  EarlierRecords(
      Registers registers, RecalledLines recalled, DigestMaker digests, AlikeLines alike) {
    this.registers = registers;
    this.recalled = recalled;
    this.digests = digests;
    this.alike = alike;
  }

  /** Makes them a part of {@code standing_R} until the transaction ends. */
  void recall(Check check, Register candidates) {
    check
        .lookBack()
        .forEach((register, columns) -> recall(candidates, registers.get(register), columns));
  }

  private void recall(Register candidates, Register earlier, List<String> columns) {
    if (!recalled.areAny(earlier.name(), Years.ALWAYS)) {
      return;
    }
    digests.prepareStored(earlier, columns);
    alike.showStored(
        new Wanted(earlier, columns, Years.ALWAYS),
        """
        select c.digest
        from (select distinct %s as digest from %s r) c
        where c.digest is not null
        """
            .formatted(
                DigestMaker.digest(earlier, columns),
                SqlName.checked(Candidates.view(candidates))));
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
