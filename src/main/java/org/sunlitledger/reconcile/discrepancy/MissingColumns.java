package org.sunlitledger.reconcile.discrepancy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.register.Registers;

/** Columns that a rule needs and nobody has filled in, as clerks know them. */
@Component
public final class MissingColumns {
  private static final String SEPARATOR = ", ";

  private final Registers registers;

  MissingColumns(Registers registers) {
    this.registers = registers;
  }

  /** How they are kept beside the rule. */
  static String kept(List<String> columns) {
    return String.join(SEPARATOR, columns);
  }

  /** 惠民补贴台账的“收款账号”. */
  public String chinese(String kept) {
    return named(kept, "%1$s的“%2$s”", "、");
  }

  /** account (收款账号) of subsidy (惠民补贴台账). */
  public String english(String kept) {
    return named(kept, "%4$s (%2$s) of %3$s (%1$s)", SEPARATOR);
  }

  private String named(String kept, String pattern, String separator) {
    return kept.isEmpty()
        ? ""
        : Arrays.stream(kept.split(SEPARATOR, -1))
            .map(column -> named(column, pattern))
            .collect(Collectors.joining(separator));
  }

  /** A county's own rule may need what no register has: then it is named as the rule names it. */
  private String named(String column, String pattern) {
    int point = column.indexOf('.');
    return registers
        .find(column.substring(0, point))
        .flatMap(
            register ->
                register.fields().stream()
                    .filter(field -> field.column().equals(column.substring(point + 1)))
                    .findFirst()
                    .map(
                        field ->
                            pattern.formatted(
                                register.title(), field.title(), register.name(), field.name())))
        .orElse(column);
  }
}
