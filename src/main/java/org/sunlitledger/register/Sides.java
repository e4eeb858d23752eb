package org.sunlitledger.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns over which the amounts of a ledger are spread.
 *
 * @param debit column of the amounts on one side
 * @param credit column of the amounts on the other side
 * @param returned column of returned amounts
 * @param side column with the side of the amount; if there are two columns of amounts, the side of
 *     the balance
 * @param balance column of running balances; not added up
 * @param note column that may mark a returned amount
 * @param serial column of running numbers
 * @param accounts titles of columns that name the account; their values are not kept
 * @param returns words of a note for a returned amount
 * @param opening words with which the line of an opening balance begins
 * @param closing words with which the line of a closing balance begins
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

  /** Whether other registers have such columns too. They do not identify the register of a file. */
  public boolean isIncidental(Field field) {
    return Set.of(debit, credit, returned, side, balance, serial).contains(field);
  }

  /** The code for a cell of the column {@code side}, in any year. */
  public Optional<String> code(String cell) {
    return side.codes().flatMap(codes -> codes.findAny(cell));
  }

  /** Whether a code of the column {@code side} means the credit side or a returned amount. */
  public static boolean isCredit(String code) {
    return FALLING_SIDES.contains(code);
  }

  /** Whether a code alone shows whether something was paid. */
  public static boolean isClear(String code) {
    return code.equals("paid") || code.equals("returned");
  }

  /** Whether a note marks a returned amount. */
  public boolean isReturn(String text) {
    for (String word : returns) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
