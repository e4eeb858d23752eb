package org.sunlitledger.intake.ledger;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.RecordSigns;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.FileFindings;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.register.Sides;
import org.sunlitledger.register.code.HeaderText;

/**
 * Follows the lines of a ledger. Verifies its balances account by account, decides which of the two
 * sides was paid, and removes the lines that are balances and not entries.
 */
public final class LedgerScan {
  /** More accounts than any ledger has. The limit keeps their balances from filling the memory. */
  private static final int MAX_ACCOUNTS = 5_000;

  private static final String ONLY_ACCOUNT = "";

  /** 过次页, 承前页. */
  private static final String PAGE = "页";

  private final Sides sides;
  private final FileFindings findings;
  private final LedgerSides onSides = new LedgerSides();
  private final SerialNumbers serials = new SerialNumbers();
  private final Map<String, RunningBalance> accounts = new HashMap<>();
  private final BalancesAbove above;
  private RecordSigns signs;
  private LedgerColumns columns;
  private int account = -1;
  private String lastAccount = ONLY_ACCOUNT;
  private int positiveReturns;
  private int firstPositiveReturn;
  private int unprovedAt;
  private boolean isHeldAgainstAbove;

  public LedgerScan(Sides sides, HeaderFinder.FoundHeader below, FileFindings findings) {
    this.sides = sides;
    this.findings = findings;
    this.signs = new RecordSigns(below.header());
    this.columns = new LedgerColumns(below.header(), sides);
    setHeader(below);
    this.above = new BalancesAbove(sides, columns, below.above());
    if (!columns.hasBalances()) {
      above.opening().ifPresent(said -> balanceAlone(said));
    }
  }

  /** Sets the header above the following lines. */
  public void setHeader(HeaderFinder.FoundHeader next) {
    signs = new RecordSigns(next.header());
    columns = new LedgerColumns(next.header(), sides);
    account = -1;
    for (int i = 0; i < next.titles().size() && account < 0; i++) {
      boolean isAccount =
          next.header().column(i).isEmpty()
              && sides.accounts().contains(HeaderText.normal(next.titles().get(i)));
      account = isAccount ? i : -1;
    }
  }

  /** Whether the columns do not show what was paid, so that all lines must be read first. */
  public boolean mustLookAhead() {
    return columns.hasSides();
  }

  /**
   * Takes a line that is a balance and not an entry: 期初余额, 过次页. It has no voucher and no payee.
   *
   * @return whether the line is a balance
   */
  public boolean takeBalance(SourceLine line) {
    List<String> cells = line.cells();
    if (signs.areMostOn(cells)) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      Optional<String> rest = Glyphs.isBlank(cells.get(i)) ? Optional.empty() : label(cells.get(i));
      if (rest.isPresent() && !signs.mayBeOn(cells, i)) {
        take(line, i, rest.get());
        return true;
      }
    }
    return false;
  }

  /** The text behind the label of a balance; empty if no cell begins with such a label. */
  private Optional<String> label(String cell) {
    return BalanceLabel.parse(cell, sides, rest -> columns.fen(rest).isPresent())
        .map(BalanceLabel::rest);
  }

  private void take(SourceLine line, int label, String rest) {
    RunningBalance balance = balanceOf(line);
    Optional<Long> said = rest.isEmpty() ? Optional.empty() : columns.fen(rest);
    if (said.isEmpty()) {
      said = columns.balance(line);
    }
    boolean isOfPage = line.cells().get(label).contains(PAGE);
    if (said.isEmpty() && !isOfPage) {
      // in the column of a side, or behind its label; a page carries sums in these columns
      for (int i = label + 1; i < line.cells().size() && said.isEmpty(); i++) {
        said = i == account ? Optional.empty() : columns.fenAt(line, i);
        unprovedAt = said.isPresent() ? line.number() : unprovedAt;
      }
    }
    if (said.isPresent()) {
      balance.balance(columns.signed(line, said.get()), line.number(), true);
    }
  }

  /** Takes an entry. */
  public void take(SourceLine record) {
    RunningBalance balance = balanceOf(record);
    LedgerColumns.LedgerAmounts entry = columns.entry(record);
    if (entry.isUnread()) {
      balance.leaveOpen();
      return;
    }
    boolean isReturn = isReturn(record);
    balance.book(entry.debit(), entry.credit());
    onSides.take(entry.debit(), entry.credit(), isReturn, entry.isClear());
    if (columns.isBalanceUnread(record)) {
      balance.leaveOpen();
    }
    columns
        .balance(record)
        .ifPresent(now -> balance.balance(columns.signed(record, now), record.number(), false));
    if (isReturn && !mustLookAhead() && entry.debit() > 0) {
      positiveReturns++;
      firstPositiveReturn = firstPositiveReturn == 0 ? record.number() : firstPositiveReturn;
    }
    columns.serial(record).ifPresent(serials::take);
  }

  private boolean isReturn(SourceLine line) {
    return sides.isReturn(columns.note(line));
  }

  private RunningBalance balanceOf(SourceLine line) {
    if (account >= 0 && !Glyphs.isBlank(LedgerColumns.cell(line, account))) {
      lastAccount = HeaderText.normal(LedgerColumns.cell(line, account));
    }
    boolean isNew = !accounts.containsKey(lastAccount);
    String key = isNew && accounts.size() >= MAX_ACCOUNTS ? ONLY_ACCOUNT : lastAccount;
    RunningBalance balance = accounts.computeIfAbsent(key, none -> new RunningBalance());
    if (isNew && accounts.size() >= MAX_ACCOUNTS) {
      balance.leaveOpen();
    }
    return balance;
  }

  /**
   * Whether the credit side was paid, after all lines are read.
   *
   * @throws FileFault when a balance does not add up, or the paid side is unclear
   */
  public boolean isCreditPaid() throws FileFault {
    holdAgainstAbove();
    for (Map.Entry<String, RunningBalance> of : accounts.entrySet()) {
      Optional<RunningBalance.Break> broken = of.getValue().firstBreak();
      if (broken.isPresent()) {
        throw fault(of.getKey(), broken.get());
      }
    }
    return onSides.isCreditPaid(List.copyOf(accounts.values()));
  }

  /**
   * Compares the balances above the header. If there are several accounts, the account of these
   * balances is unknown.
   */
  private void holdAgainstAbove() throws FileFault {
    if (isHeldAgainstAbove || accounts.size() != 1) {
      return;
    }
    isHeldAgainstAbove = true;
    String name = accounts.keySet().iterator().next();
    RunningBalance only = accounts.values().iterator().next();
    if (!columns.hasBalances()) {
      above.closing().ifPresent(said -> balanceAlone(said));
      return;
    }
    hold(name, above.opening(), only.opening());
    hold(name, above.closing(), only.closing());
  }

  private void balanceAlone(BalancesAbove.StatedBalance said) {
    accounts
        .computeIfAbsent(lastAccount, none -> new RunningBalance())
        .balance(said.fen(), said.line(), true);
  }

  private void hold(
      String name, Optional<BalancesAbove.StatedBalance> said, Optional<Long> computed)
      throws FileFault {
    if (said.isPresent() && computed.isPresent() && said.get().fen() != computed.get()) {
      throw fault(
          name, new RunningBalance.Break(said.get().line(), computed.get(), said.get().fen()));
    }
  }

  /** Adds the other findings. */
  public void finish() {
    if (unprovedAt > 0 && accounts.values().stream().noneMatch(RunningBalance::isProved)) {
      findings.add(
          new ShapeFinding(ShapeRule.FILE_BALANCE_UNCHECKED, sides.balance().title(), "", ""),
          unprovedAt);
    }
    if (positiveReturns > 0) {
      findings.add(
          new ShapeFinding(
              ShapeRule.FILE_RETURN_POSITIVE, sides.note().title(), positiveReturns + " 行", ""),
          firstPositiveReturn);
    }
    serials
        .gaps()
        .ifPresent(
            gaps ->
                findings.add(
                    new ShapeFinding(ShapeRule.FILE_SERIAL_GAPS, sides.serial().title(), gaps, ""),
                    0));
  }

  private FileFault fault(String account, RunningBalance.Break broken) {
    String last = account.length() <= 4 ? account : "…" + account.substring(account.length() - 4);
    String of = account.isEmpty() ? "" : "（账户 %s）".formatted(last);
    return new FileFault(
        new ShapeFinding(
            ShapeRule.FILE_BALANCE,
            sides.balance().name(),
            yuan(broken.found()) + " 元" + of,
            "%s 元，差 %s 元"
                .formatted(yuan(broken.expected()), yuan(broken.found() - broken.expected()))),
        broken.line());
  }

  static String yuan(long fen) {
    BigDecimal yuan = Fen.yuan(fen);
    return yuan.toPlainString();
  }
}
