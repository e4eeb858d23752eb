package org.sunlitledger.intake.ledger;

import java.util.Optional;
import java.util.function.Predicate;
import org.sunlitledger.register.Sides;
import org.sunlitledger.register.code.HeaderText;

/**
 * The words before a balance: 期初余额, 期末余额：1000元.
 *
 * @param rest the amount behind them; empty if it is in another cell
 */
record BalanceLabel(boolean isOpening, String rest) {

  /** The label at the beginning of a cell, if only an amount follows it. */
  static Optional<BalanceLabel> parse(String cell, Sides sides, Predicate<String> isAmount) {
    String normal = HeaderText.normal(cell);
    for (boolean isOpening : new boolean[] {true, false}) {
      for (String word : isOpening ? sides.opening() : sides.closing()) {
        if (normal.startsWith(word)) {
          String rest =
              normal
                  .substring(word.length())
                  .replaceFirst("^(?:\\(元\\))?:?", "")
                  .replaceFirst("元$", "");
          boolean isLabel = rest.isEmpty() || isAmount.test(rest);
          return isLabel ? Optional.of(new BalanceLabel(isOpening, rest)) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
