package org.sunlitledger.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the amounts of a ledger are spread over columns.
 *
 * @param debit column of the amounts on one side
 * @param credit column of those on the other
 * @param returned column of amounts that came back
 * @param side column that says which side the amount is on; beside two columns of amounts, which
 *     side the balance is on
 * @param balance column of running balances; not added up
 * @param note column that may say that an amount came back
 * @param serial column of running numbers
 * @param accounts titles of columns that name the account; what is in them is not kept
 * @param returns words of a note for what came back
 * @param opening what the line of an opening balance begins with
 * @param closing what that of a closing one begins with
 */
public record Sides(
    Field debit,
    Field credit,
    Field returned,
    Field side,
    Field balance,
    Field note,
    Field serial,
    List<String> accounts,
    List<String> returns,
    List<String> opening,
    List<String> closing) {

  /** Codes of the column {@code side}. */
  private static final Set<String> FALLING_SIDES = Set.of("credit", "returned");

  /** Whether other registers have such columns too: they do not show which one a file is of. */
  public boolean isIncidental(Field field) {
    return Set.of(debit, credit, returned, side, balance, serial).contains(field);
  }

  /** The code of a cell of the column {@code side}, in any year. */
  public Optional<String> code(String cell) {
    return side.codes().flatMap(codes -> codes.findAny(cell));
  }

  /** Whether a code of the column {@code side} means the credit side, or what came back. */
  public static boolean isCredit(String code) {
    return FALLING_SIDES.contains(code);
  }

  /** Whether a code says by itself whether something was paid. */
  public static boolean isClear(String code) {
    return code.equals("paid") || code.equals("returned");
  }

  /** Whether a note says that an amount came back. */
  public boolean isReturn(String text) {
    for (String word : returns) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
