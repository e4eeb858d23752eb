package org.sunlitledger.register;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.quantity.person.ListedPayees;
import org.sunlitledger.register.code.CodeList;

/**
 * A column of a register.
 *
 * @param title the Chinese header that offices use
 * @param aliases other headers that mean the same
 * @param column of the table
 * @param role what it says of a line that is asked of any register; empty where it is none of these
 * @param isPaid whether it says who is paid: a person is then kept with a keyed sign, so that the
 *     name can be held against that of another register
 * @param payees of a payee, those that are known to be no people
 */
public record Field(
    String name,
    String title,
    String description,
    List<String> aliases,
    FieldType type,
    String column,
    Optional<CodeList> codes,
    Constraints constraints,
    Optional<Role> role,
    boolean isPaid,
    ListedPayees payees) {

  /** What its cells hold, and so how they are read and kept. */
  public enum FieldType {
    TEXT,
    INTEGER,
    /** An amount; kept in fen. */
    MONEY,
    /** A decimal number, such as a rate in percent. */
    DECIMAL,
    DATE,
    BOOLEAN,
    /** A resident ID number; kept as a keyed hash only. */
    ID_NUMBER,
    /** The number of an account that money goes to; kept as a keyed hash only. */
    BANK_ACCOUNT,
    CREDIT_CODE,
    DOCUMENT_NUMBER,
    /** Kept masked. */
    PERSON_NAME,
    /** A village, kept under its one name however it is written. */
    VILLAGE,
    /** Who is paid: an organisation as written, a person masked and with a keyed hash. */
    PAYEE;

    /** Whether it is counted with. */
    public boolean isNumber() {
      return this == INTEGER || this == MONEY || this == DECIMAL;
    }

    /** Whether nothing but a keyed hash is kept of it. */
    public boolean isHashed() {
      return this == ID_NUMBER || this == BANK_ACCOUNT;
    }

    /** Whether it tells who a person is. */
    public boolean isPersonal() {
      return isHashed() || this == PERSON_NAME;
    }
  }
}
