package org.sunlitledger.intake.layout.header;

import org.sunlitledger.intake.layout.header.Header.HeaderColumn;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.person.BankAccount;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.text.CreditCode;
import org.sunlitledger.quantity.text.Dates;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;
import org.sunlitledger.register.Constraints;

/**
 * Columns whose cells have one fixed form, so that a cell shows whether it belongs to the column.
 */
public final class TypedCells {
  private TypedCells() {}

  /** Whether a column has a fixed form: amounts, dates, ID numbers, keys. */
  public static boolean isTyped(HeaderColumn column) {
    Constraints constraints = column.field().constraints();
    return switch (column.field().type()) {
      case MONEY, DATE, ID_NUMBER, BANK_ACCOUNT, CREDIT_CODE, INTEGER, DECIMAL -> true;
      case TEXT -> constraints.form().isPresent();
      case BOOLEAN, DOCUMENT_NUMBER, PERSON_NAME, VILLAGE, PAYEE -> false;
    };
  }

  /** Whether a cell has the form of such a column's values. */
  public static boolean fits(String cell, HeaderColumn column) {
    return switch (column.field().type()) {
      case MONEY, INTEGER, DECIMAL -> Fen.parse(cell, column.unit()) instanceof Parsed.Value<Long>;
      case DATE -> Dates.parse(cell) instanceof Parsed.Value<?>;
      case ID_NUMBER -> IdNumber.parse(cell) instanceof Parsed.Value<String>;
      case BANK_ACCOUNT -> BankAccount.parse(cell) instanceof Parsed.Value<String>;
      case CREDIT_CODE -> CreditCode.parse(cell) instanceof Parsed.Value<String>;
      case TEXT ->
          column
              .field()
              .constraints()
              .form()
              .map(form -> form.fits(Glyphs.narrow(cell)))
              .orElse(false);
      case BOOLEAN, DOCUMENT_NUMBER, PERSON_NAME, VILLAGE, PAYEE -> false;
    };
  }
}
