package org.sunlitledger.intake.record;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sunlitledger.intake.layout.header.Header;
import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.person.BankAccountSearch;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Sides;
import org.sunlitledger.register.code.HeaderText;

/**
 * Removes account numbers from the kept parts of a line: those in their own column, those in
 * columns that no register has, and the same numbers anywhere else on the line.
 */
final class AccountCells {
  private static final Pattern TITLES = Pattern.compile(".*(?:[账帐][户号]|卡号|银行卡|存折|一卡通).*");

  /** Damaged account numbers: 6217****, 6.217E+18. */
  private static final Pattern SPOILT = Pattern.compile("[*＊]|[0-9][Ee][+]");

  /** Every account has at least this many digits. */
  private static final int FEWEST_ACCOUNT_DIGITS = 8;

  private final Header header;
  private final int own;
  private final boolean areKept;
  private final List<Integer> ofLedger;
  private final List<Integer> unread;

  /**
   * @param titles of the columns as delivered
   */
  AccountCells(Header header, List<String> titles) {
    this.header = header;
    areKept = header.register().fields().stream().anyMatch(AccountCells::isAccount);
    own =
        IntStream.range(0, header.columns().size())
            .filter(
                cell ->
                    header
                        .column(cell)
                        .map(HeaderColumn::field)
                        .filter(AccountCells::isAccount)
                        .isPresent())
            .findFirst()
            .orElse(-1);
    List<String> listed = header.register().sides().map(Sides::accounts).orElse(List.of());
    ofLedger = positions(titles, (cell, title) -> listed.contains(title));
    unread =
        positions(
            titles,
            (cell, title) ->
                header.column(cell).isEmpty()
                    && !listed.contains(title)
                    && TITLES.matcher(title).matches());
  }

  private static List<Integer> positions(
      List<String> titles, BiPredicate<Integer, String> isMeant) {
    return IntStream.range(0, titles.size())
        .filter(cell -> isMeant.test(cell, HeaderText.normal(titles.get(cell))))
        .boxed()
        .toList();
  }

  private static boolean isAccount(Field field) {
    return field.type() == Field.FieldType.BANK_ACCOUNT;
  }

  /** Whether a column contains accounts of the ledger's own side, whose last digits are shown. */
  boolean isOfLedger(int cell) {
    return ofLedger.contains(cell);
  }

  /**
   * Whether a column that the register does not have contains accounts, or names of their owners.
   */
  boolean isUnread(int cell) {
    return unread.contains(cell);
  }

  /**
   * Cleans the texts of an accepted line. A number as long as an account does not belong in them.
   */
  UnaryOperator<String> textCleaner(List<String> cells) {
    return areKept ? text -> BankAccountSearch.maskedLong(ofLine(cells).apply(text)) : text -> text;
  }

  /** Cleans the keys of an accepted line. A key that changes contains the line's account. */
  UnaryOperator<String> keyCleaner(List<String> cells) {
    return areKept ? ofLine(cells) : text -> text;
  }

  /**
   * Cleans the kept cells of a rejected line and its shown findings.
   *
   * @param isOutOfPlace whether cells may be in wrong columns
   */
  RejectedCells forRejected(List<String> cells, boolean isOutOfPlace) {
    return new RejectedCells(ofLine(cells), isOutOfPlace || isElsewhere(cells));
  }

  /** A rejected line. */
  final class RejectedCells {
    private final UnaryOperator<String> ofLine;
    private final boolean isAnywhere;

    private RejectedCells(UnaryOperator<String> ofLine, boolean isAnywhere) {
      this.ofLine = ofLine;
      this.isAnywhere = isAnywhere;
    }

    /** A cell without accounts. */
    String cell(int at, String text) {
      return areKept ? masked(text, header.column(at).map(HeaderColumn::field)) : text;
    }

    /** A finding in a field, without accounts. */
    String found(String name, String text) {
      Optional<Field> field =
          header.register().fields().stream().filter(of -> of.name().equals(name)).findFirst();
      return areKept ? masked(text, field) : text;
    }

    private String masked(String text, Optional<Field> field) {
      String masked = ofLine.apply(text);
      return isAnywhere || !field.filter(AccountCells.this::hasLongNumbers).isPresent()
          ? BankAccountSearch.maskedLong(masked)
          : masked;
    }
  }

  /** Whether a field may contain numbers as long as an account: keys, and fields with a check. */
  private boolean hasLongNumbers(Field field) {
    return field.type() == Field.FieldType.ID_NUMBER
        || field.type() == Field.FieldType.CREDIT_CODE
        || PersonalCells.isKey(header.register(), field);
  }

  private UnaryOperator<String> ofLine(List<String> cells) {
    return text ->
        BankAccountSearch.mayHaveOne(text)
            ? on(cells).map(account -> BankAccountSearch.masked(text, account)).orElse(text)
            : text;
  }

  private Optional<String> on(List<String> cells) {
    return own >= 0
            && own < cells.size()
            && BankAccount.parse(cells.get(own)) instanceof Parsed.Value<String> account
        ? Optional.of(account.value())
        : Optional.empty();
  }

  /**
   * Whether the account column contains something that is not an account. Masked and damaged
   * accounts count as accounts.
   */
  private boolean isElsewhere(List<String> cells) {
    return own >= 0
        && own < cells.size()
        && !Glyphs.isNone(cells.get(own))
        && cells.get(own).chars().filter(Character::isDigit).count() < FEWEST_ACCOUNT_DIGITS
        && !SPOILT.matcher(cells.get(own)).find();
  }
}
