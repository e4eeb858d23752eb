package org.sunlitledger.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sunlitledger.intake.Header.Column;
import org.sunlitledger.quantity.BankAccount;
import org.sunlitledger.quantity.BankAccountSearch;
import org.sunlitledger.quantity.Glyphs;
import org.sunlitledger.quantity.Parsed;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.HeaderText;
import org.sunlitledger.register.Sides;

/**
 * Keeps numbers of accounts out of what is kept of a line: those in their own column, in columns
 * that no register has, and the same number anywhere else on the line.
 */
final class AccountCells {
  private static final Pattern TITLES = Pattern.compile(".*(?:[账帐]号|卡号|银行卡|存折|一卡通).*");

  /** A number by itself, in another column than its own, is an account from so many digits on. */
  private static final int LONG = 12;

  /** Fewer digits than any account has. */
  private static final int FEW = 8;

  private final int own;
  private final boolean areKept;
  private final List<Integer> others;

  /**
   * @param titles of the columns as delivered
   */
  AccountCells(Header header, List<String> titles) {
    areKept = header.register().fields().stream().anyMatch(AccountCells::isAccount);
    own =
        IntStream.range(0, header.columns().size())
            .filter(cell -> header.column(cell).map(Column::field).filter(AccountCells::isAccount).isPresent())
            .findFirst()
            .orElse(-1);
    List<String> listed = header.register().sides().map(Sides::accounts).orElse(List.of());
    others =
        IntStream.range(0, titles.size())
            .filter(cell -> isOther(header.column(cell), HeaderText.normal(titles.get(cell)), listed))
            .boxed()
            .toList();
  }

  private static boolean isAccount(Field field) {
    return field.type() == Field.Type.BANK_ACCOUNT;
  }

  private static boolean isOther(Optional<Column> column, String title, List<String> listed) {
    return listed.contains(title) || (column.isEmpty() && TITLES.matcher(title).matches());
  }

  /** Whether a column is none of a register and has accounts. */
  boolean isOther(int cell) {
    return others.contains(cell);
  }

  /** How texts of an accepted line are kept. */
  UnaryOperator<String> ofTexts(List<String> cells) {
    if (!areKept) {
      return UnaryOperator.identity();
    }
    Optional<String> account = on(cells);
    return text -> {
      String masked = isLong(text) ? BankAccount.masked(Glyphs.strip(text)) : text;
      return account.isPresent() ? BankAccountSearch.masked(masked, account.get()) : masked;
    };
  }

  /** How keys of an accepted line may be: what changes has the account in it. */
  UnaryOperator<String> ofKeys(List<String> cells) {
    Optional<String> account = areKept ? on(cells) : Optional.empty();
    return text ->
        account.isPresent() ? BankAccountSearch.masked(text, account.get()) : text;
  }

  /**
   * How other cells of a refused line are kept.
   *
   * @param isOutOfPlace whether cells may be in other columns than theirs
   */
  UnaryOperator<String> ofRefused(List<String> cells, boolean isOutOfPlace) {
    if (!areKept) {
      return UnaryOperator.identity();
    }
    boolean isAnywhere = isOutOfPlace || isElsewhere(cells);
    Optional<String> account = on(cells);
    return text -> {
      String masked =
          isAnywhere && isLong(text) ? BankAccount.masked(Glyphs.strip(text)) : text;
      return account.isPresent() ? BankAccountSearch.masked(masked, account.get()) : masked;
    };
  }

  private Optional<String> on(List<String> cells) {
    return own >= 0
            && own < cells.size()
            && BankAccount.parse(cells.get(own)) instanceof Parsed.Value<String> account
        ? Optional.of(account.value())
        : Optional.empty();
  }

  /** Whether something else is in the column for accounts. */
  private boolean isElsewhere(List<String> cells) {
    return own >= 0
        && own < cells.size()
        && !Glyphs.isNone(cells.get(own))
        && cells.get(own).chars().filter(Character::isDigit).count() < FEW;
  }

  private static boolean isLong(String text) {
    return text.length() >= LONG && BankAccount.digits(text).length() >= LONG;
  }
}
