package org.sunlitledger.intake.ledger;

import java.util.Optional;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Sides;

/** Reads the cells of a ledger's lines that contain the booked amounts and their sides. */
final class LedgerColumns {
  private final Header header;
  private final Sides sides;
  private final int amount;
  private final int debit;
  private final int credit;
  private final int returned;
  private final int side;
  private final int balance;
  private final int note;
  private final int serial;
  private final boolean hasSides;

  LedgerColumns(Header header, Sides sides) {
    this.header = header;
    this.sides = sides;
    this.amount =
        header.register().amount().map(header.register()::field).map(header::columnOf).orElse(-1);
    this.debit = header.columnOf(sides.debit());
    this.credit = header.columnOf(sides.credit());
    this.returned = header.columnOf(sides.returned());
    this.side = header.columnOf(sides.side());
    this.balance = header.columnOf(sides.balance());
    this.note = header.columnOf(sides.note());
    this.serial = header.columnOf(sides.serial());
    this.hasSides = header.hasSides();
  }

  /** Whether amounts are on two sides, in two columns or according to a column. */
  boolean hasSides() {
    return hasSides || side >= 0;
  }

  /**
   * The amounts of a line on both sides.
   *
   * @param isClear whether the side alone shows what was paid
   */
  record LedgerAmounts(long debit, long credit, boolean isClear, boolean isUnread) {
    static final LedgerAmounts UNREADABLE = new LedgerAmounts(0, 0, false, true);
  }

  /** The amounts of a line; unreadable if one of its cells cannot be read. */
  LedgerAmounts entry(SourceLine line) {
    if (hasSides) {
      return isUnread(line, debit) || isUnread(line, credit)
          ? LedgerAmounts.UNREADABLE
          : new LedgerAmounts(fen(line, debit), fen(line, credit), false, false);
    }
    if (isUnread(line, amount) || isUnread(line, returned)) {
      return LedgerAmounts.UNREADABLE;
    }
    long fen = fen(line, amount);
    long back = fen(line, returned);
    if (side < 0) {
      return new LedgerAmounts(fen - back, 0, false, false);
    }
    Optional<String> code = sides.code(cell(line, side));
    if (code.isEmpty()) {
      return LedgerAmounts.UNREADABLE;
    }
    boolean isClear = Sides.isClear(code.get());
    return Sides.isCredit(code.get())
        ? new LedgerAmounts(0, fen, isClear, false)
        : new LedgerAmounts(fen - back, 0, isClear, false);
  }

  /**
   * The balance with its sign. Beside two columns of amounts, the side column gives the side of the
   * balance: a credit balance is negative.
   */
  long signed(SourceLine line, long amount) {
    int at = hasSides ? side : -1;
    boolean isCredit = at >= 0 && sides.code(cell(line, at)).filter(Sides::isCredit).isPresent();
    return isCredit ? -amount : amount;
  }

  /** Whether there is a column of balances. */
  boolean hasBalances() {
    return balance >= 0;
  }

  /** The balance on a line; empty if it has no readable one. */
  Optional<Long> balance(SourceLine line) {
    return value(line, balance);
  }

  boolean isBalanceUnread(SourceLine line) {
    return isUnread(line, balance);
  }

  String note(SourceLine line) {
    return cell(line, note);
  }

  /** The running number of a line, if there is a column for it. */
  Optional<String> serial(SourceLine line) {
    return serial < 0 ? Optional.empty() : Optional.of(cell(line, serial));
  }

  private boolean isUnread(SourceLine line, int at) {
    return at >= 0 && !Glyphs.isNone(cell(line, at)) && fenAt(line, at).isEmpty();
  }

  private Optional<Long> value(SourceLine line, int at) {
    return at < 0 || Glyphs.isNone(cell(line, at)) ? Optional.empty() : fenAt(line, at);
  }

  private long fen(SourceLine line, int at) {
    return value(line, at).orElse(0L);
  }

  /** An amount in any column, in the unit of the column. */
  Optional<Long> fenAt(SourceLine line, int at) {
    Optional<HeaderColumn> column = header.column(at);
    boolean isMoney = column.isEmpty() || column.get().field().type() == Field.FieldType.MONEY;
    return isMoney
            && Fen.parse(cell(line, at), column.map(HeaderColumn::unit).orElseGet(this::unit))
                instanceof Parsed.Value<Long> fen
        ? Optional.of(fen.value())
        : Optional.empty();
  }

  /** An amount in the unit of the ledger's columns. */
  Optional<Long> fen(String text) {
    return Fen.parse(text, unit()) instanceof Parsed.Value<Long> fen
        ? Optional.of(fen.value())
        : Optional.empty();
  }

  private MoneyUnit unit() {
    return header.columns().stream()
        .flatMap(Optional::stream)
        .filter(column -> column.field().type() == Field.FieldType.MONEY)
        .map(HeaderColumn::unit)
        .findFirst()
        .orElse(MoneyUnit.YUAN);
  }

  static String cell(SourceLine line, int at) {
    return at >= 0 && at < line.cells().size() ? line.cells().get(at) : "";
  }
}
