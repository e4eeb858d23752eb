package org.sunlitledger.intake.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Sides;

/** Balances that a bank prints above the header: 账号：… 期初余额：1000.00 期末余额：…. */
final class BalancesAbove {
  private final Sides sides;
  private final LedgerColumns columns;
  private Optional<StatedBalance> opening = Optional.empty();
  private Optional<StatedBalance> closing = Optional.empty();

  /** A balance in fen, and the line that contains it. */
  record StatedBalance(long fen, int line) {}

  BalancesAbove(Sides sides, LedgerColumns columns, List<SourceLine> above) {
    this.sides = sides;
    this.columns = columns;
    above.forEach(this::take);
  }

  Optional<StatedBalance> opening() {
    return opening;
  }

  Optional<StatedBalance> closing() {
    return closing;
  }

  private void take(SourceLine line) {
    List<String> words = new ArrayList<>();
    line.cells().stream()
        .filter(cell -> !Glyphs.isBlank(cell))
        .forEach(cell -> words.addAll(Arrays.asList(cell.strip().split("[\\s　；;，]+"))));
    for (int i = 0; i < words.size(); i++) {
      Optional<BalanceLabel> label =
          BalanceLabel.parse(words.get(i), sides, rest -> columns.fen(rest).isPresent());
      if (label.isPresent()) {
        String next = i + 1 < words.size() ? words.get(i + 1).replaceFirst("元$", "") : "";
        Optional<StatedBalance> said =
            columns
                .fen(label.get().rest().isEmpty() ? next : label.get().rest())
                .map(fen -> new StatedBalance(fen, line.number()));
        if (label.get().isOpening()) {
          opening = opening.or(() -> said);
        } else {
          closing = closing.or(() -> said);
        }
      }
    }
  }
}
