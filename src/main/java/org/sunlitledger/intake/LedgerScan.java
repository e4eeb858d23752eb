package org.sunlitledger.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.quantity.Fen;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.MoneyUnit;
import org.sunlitledger.quantity.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.HeaderText;
import org.sunlitledger.register.Sides;

/**
 * Follows the lines of a ledger: proves its balances account by account, decides by what is on the
 * two sides which of them was paid, and takes out the lines that are balances and no entries.
 */
final class LedgerScan {
  /** More accounts than any ledger has; their balances must not fill the memory. */
  private static final int MOST_ACCOUNTS = 5_000;

  private static final String ONLY = "";

  /** 过次页, 承前页. */
  private static final String PAGE = "页";

  private final Sides sides;
  private final FileFindings findings;
  private final LedgerSides onSides = new LedgerSides();
  private final SerialNumbers serials = new SerialNumbers();
  private final Map<String, RunningBalance> accounts = new HashMap<>();
  private Header header;
  private RecordSigns signs;
  private Columns columns;
  private int account = -1;
  private String lastAccount = ONLY;
  private int positiveReturns;
  private int firstPositiveReturn;
  private int unprovedAt;

  LedgerScan(Sides sides, HeaderFinder.Found below, FileFindings findings) {
    this.sides = sides;
    this.findings = findings;
    this.header = below.header();
    this.signs = new RecordSigns(header);
    this.columns = Columns.of(header, sides);
    under(below);
  }

  /** Positions of the columns below the present header; -1 where there is none. */
  private record Columns(
      int amount,
      int debit,
      int credit,
      int returned,
      int side,
      int balance,
      int note,
      int serial,
      boolean hasSides) {

    static Columns of(Header header, Sides sides) {
      return new Columns(
          header.register().amount().map(header.register()::field).map(header::columnOf).orElse(-1),
          header.columnOf(sides.debit()),
          header.columnOf(sides.credit()),
          header.columnOf(sides.returned()),
          header.columnOf(sides.side()),
          header.columnOf(sides.balance()),
          header.columnOf(sides.note()),
          header.columnOf(sides.serial()),
          header.hasSides());
    }
  }

  /** The lines that follow are below that header. */
  void under(HeaderFinder.Found next) {
    header = next.header();
    signs = new RecordSigns(header);
    columns = Columns.of(header, sides);
    account = -1;
    for (int i = 0; i < next.titles().size() && account < 0; i++) {
      boolean isAccount =
          header.column(i).isEmpty()
              && sides.accounts().contains(HeaderText.normal(next.titles().get(i)));
      account = isAccount ? i : -1;
    }
  }

  /** Whether the columns leave open what was paid, so that all lines have to be looked at first. */
  boolean mustLookAhead() {
    return columns.hasSides() || columns.side() >= 0;
  }

  /**
   * Takes a line that is a balance and no entry: 期初余额, 过次页. It says no voucher or payee.
   *
   * @return whether it is one
   */
  boolean takeBalance(Line line) {
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

  /** What is behind the label of a balance; nothing where a cell begins with none. */
  private Optional<String> label(String cell) {
    String normal = HeaderText.normal(cell);
    for (List<String> words : List.of(sides.opening(), sides.closing())) {
      for (String word : words) {
        if (normal.startsWith(word)) {
          String rest = normal.substring(word.length()).replaceFirst("^(?:\\(元\\))?:?", "").replaceFirst("元$", "");
          boolean isLabel = rest.isEmpty() || fen(rest).isPresent();
          return isLabel ? Optional.of(rest) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private void take(Line line, int label, String rest) {
    RunningBalance balance = balanceOf(line);
    Optional<Long> said = rest.isEmpty() ? Optional.empty() : fen(rest);
    if (said.isEmpty()) {
      said = value(line, columns.balance());
    }
    boolean isOfPage = line.cells().get(label).contains(PAGE);
    if (said.isEmpty() && !isOfPage) {
      // in the column of a side, or behind its label; a page carries sums there
      for (int i = label + 1; i < line.cells().size() && said.isEmpty(); i++) {
        said = i == account ? Optional.empty() : fenAt(line, i);
        unprovedAt = said.isPresent() ? line.number() : unprovedAt;
      }
    }
    if (said.isPresent()) {
      balance.balance(signed(line, said.get()), line.number(), true);
    }
  }

  /** Takes an entry. */
  void take(Line record) {
    RunningBalance balance = balanceOf(record);
    Entry entry = entry(record);
    if (entry.isUnread()) {
      balance.leaveOpen();
      return;
    }
    boolean isReturn = isReturn(record);
    balance.book(entry.debit(), entry.credit());
    onSides.take(entry.debit(), entry.credit(), isReturn, entry.isClear());
    int at = columns.balance();
    if (at >= 0 && !Glyphs.isNone(cell(record, at))) {
      Optional<Long> now = fenAt(record, at);
      if (now.isPresent()) {
        balance.balance(signed(record, now.get()), record.number(), false);
      } else {
        balance.leaveOpen();
      }
    }
    if (isReturn && !mustLookAhead() && entry.debit() > 0) {
      positiveReturns++;
      firstPositiveReturn = firstPositiveReturn == 0 ? record.number() : firstPositiveReturn;
    }
    if (columns.serial() >= 0) {
      serials.take(cell(record, columns.serial()));
    }
  }

  /**
   * An amount on its side.
   *
   * @param isClear whether its side says by itself what was paid
   */
  private record Entry(long debit, long credit, boolean isClear, boolean isUnread) {
    static final Entry UNREAD = new Entry(0, 0, false, true);
  }

  private Entry entry(Line line) {
    if (columns.hasSides()) {
      return isUnread(line, columns.debit()) || isUnread(line, columns.credit())
          ? Entry.UNREAD
          : new Entry(fen(line, columns.debit()), fen(line, columns.credit()), false, false);
    }
    if (isUnread(line, columns.amount()) || isUnread(line, columns.returned())) {
      return Entry.UNREAD;
    }
    long fen = fen(line, columns.amount());
    long back = fen(line, columns.returned());
    if (columns.side() < 0) {
      return new Entry(fen - back, 0, false, false);
    }
    Optional<String> code = sides.code(cell(line, columns.side()));
    if (code.isEmpty()) {
      return Entry.UNREAD;
    }
    boolean isClear = Sides.isClear(code.get());
    return Sides.isCredit(code.get())
        ? new Entry(0, fen, isClear, false)
        : new Entry(fen - back, 0, isClear, false);
  }

  private boolean isReturn(Line line) {
    return columns.note() >= 0 && sides.isReturn(cell(line, columns.note()));
  }

  /** Beside two columns of amounts the side is that of the balance: one on credit is below zero. */
  private long signed(Line line, long balance) {
    int side = columns.hasSides() ? columns.side() : -1;
    boolean isCredit =
        side >= 0 && sides.code(cell(line, side)).filter(Sides::isCredit).isPresent();
    return isCredit ? -balance : balance;
  }

  private RunningBalance balanceOf(Line line) {
    if (account >= 0 && !Glyphs.isBlank(cell(line, account))) {
      lastAccount = HeaderText.normal(cell(line, account));
    }
    boolean isNew = !accounts.containsKey(lastAccount);
    String key = isNew && accounts.size() >= MOST_ACCOUNTS ? ONLY : lastAccount;
    RunningBalance balance = accounts.computeIfAbsent(key, none -> new RunningBalance());
    if (isNew && accounts.size() >= MOST_ACCOUNTS) {
      balance.leaveOpen();
    }
    return balance;
  }

  /**
   * Whether the credit side is what was paid, all lines read.
   *
   * @throws FileFault when a balance does not add up, or the sides leave it open
   */
  boolean isCreditPaid() throws FileFault {
    for (Map.Entry<String, RunningBalance> of : accounts.entrySet()) {
      Optional<RunningBalance.Break> broken = of.getValue().broken();
      if (broken.isPresent()) {
        throw fault(of.getKey(), broken.get());
      }
    }
    return onSides.isCreditPaid(List.copyOf(accounts.values()));
  }

  /** Adds what was found beside. */
  void finish() {
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
                    new ShapeFinding(
                        ShapeRule.FILE_SERIAL_GAPS, sides.serial().title(), gaps, ""),
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
            "%s 元，差 %s 元".formatted(yuan(broken.expected()), yuan(broken.found() - broken.expected()))),
        broken.line());
  }

  private boolean isUnread(Line line, int at) {
    return at >= 0 && !Glyphs.isNone(cell(line, at)) && fenAt(line, at).isEmpty();
  }

  private Optional<Long> value(Line line, int at) {
    return at < 0 || Glyphs.isNone(cell(line, at)) ? Optional.empty() : fenAt(line, at);
  }

  private long fen(Line line, int at) {
    return value(line, at).orElse(0L);
  }

  private Optional<Long> fenAt(Line line, int at) {
    Optional<Column> column = header.column(at);
    boolean isMoney = column.isEmpty() || column.get().field().type() == Field.Type.MONEY;
    return isMoney
            && Fen.parse(cell(line, at), column.map(Column::unit).orElse(unit()))
                instanceof Parsed.Value<Long> fen
        ? Optional.of(fen.value())
        : Optional.empty();
  }

  private Optional<Long> fen(String text) {
    return Fen.parse(text, unit()) instanceof Parsed.Value<Long> fen
        ? Optional.of(fen.value())
        : Optional.empty();
  }

  private MoneyUnit unit() {
    return header.columns().stream()
        .flatMap(Optional::stream)
        .filter(column -> column.field().type() == Field.Type.MONEY)
        .map(Column::unit)
        .findFirst()
        .orElse(MoneyUnit.YUAN);
  }

  private static String cell(Line line, int at) {
    return at >= 0 && at < line.cells().size() ? line.cells().get(at) : "";
  }

  static String yuan(long fen) {
    BigDecimal yuan = Fen.yuan(fen);
    return yuan.toPlainString();
  }
}
