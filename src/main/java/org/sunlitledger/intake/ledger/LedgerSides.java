package org.sunlitledger.intake.ledger;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;

/**
 * Decides which of a ledger's two sides was paid. It is the only side with amounts. If one side has
 * only entries with notes about returned money, it is the other side. Otherwise the balances
 * decide: it is the side that spends an opening balance, or the side that adds up if there was no
 * opening balance.
 */
final class LedgerSides {
  private final SideSum debit = new SideSum();
  private final SideSum credit = new SideSum();
  private boolean isClear = true;

  /** The content of one side. */
  private static final class SideSum {
    private int lines;
    private int returns;
    private long fen;

    void take(long amount, boolean isReturn) {
      if (amount != 0) {
        lines++;
        returns += isReturn ? 1 : 0;
        fen += amount;
      }
    }

    boolean isNothingButReturns() {
      return lines == returns;
    }

    String shown() {
      return "%d 笔 %s 元".formatted(lines, LedgerScan.yuan(fen));
    }
  }

  /**
   * Takes an entry.
   *
   * @param saysItself whether its side shows what was paid
   */
  void take(long onDebit, long onCredit, boolean isReturn, boolean saysItself) {
    if (onDebit != 0 && onCredit != 0) {
      // the line is rejected for its own fault
      return;
    }
    debit.take(onDebit, isReturn);
    credit.take(onCredit, isReturn);
    isClear &= saysItself;
  }

  /**
   * Whether the credit side was paid.
   *
   * @throws FileFault when this is unclear
   */
  boolean isCreditPaid(List<RunningBalance> balances) throws FileFault {
    if (credit.lines == 0 || isClear) {
      return false;
    }
    if (debit.lines == 0) {
      return true;
    }
    if (debit.isNothingButReturns() != credit.isNothingButReturns()) {
      return debit.isNothingButReturns();
    }
    return byBalances(balances)
        .orElseThrow(
            () ->
                new FileFault(
                    ShapeRule.FILE_SIDES,
                    "借方 %s；贷方 %s".formatted(debit.shown(), credit.shown()),
                    ""));
  }

  private Optional<Boolean> byBalances(List<RunningBalance> balances) {
    List<Boolean> rises =
        balances.stream()
            .map(RunningBalance::risesWithDebit)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (rises.size() != 1) {
      return Optional.empty();
    }
    boolean isDebitRising = rises.get(0);
    long opening =
        balances.stream()
            .map(RunningBalance::opening)
            .flatMap(Optional::stream)
            .mapToLong(fen -> fen)
            .sum();
    if (opening > 0) {
      // money was available: the side that lowers the balance was paid
      return Optional.of(isDebitRising);
    }
    int rising = isDebitRising ? debit.lines : credit.lines;
    int falling = isDebitRising ? credit.lines : debit.lines;
    // payments add up from nothing, and little of them is returned
    return opening == 0 && rising > falling ? Optional.of(!isDebitRising) : Optional.empty();
  }
}
