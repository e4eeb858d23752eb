package org.sunlitledger.register;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.quantity.person.ListedPayees;
import org.sunlitledger.register.code.CodeList;

/**
 * A column of a register.
 *
 * @param title the Chinese header that offices use
 * @param aliases other headers with the same meaning
 * @param column name in the table
 * @param role the meaning that the field has in every register; empty if it has none
 * @param isPaid whether the field names the payee; a person is then kept with a keyed fingerprint,
 *     so that the name can be compared with another register
 * @param payees for a payee, those that are known to be no people
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

  /** The type of the cells, which decides how they are read and kept. */
  public enum FieldType {
    TEXT,
    INTEGER,
    /** An amount, kept in fen. */
    MONEY,
    /** A decimal number, such as a rate in percent. */
    DECIMAL,
    DATE,
    BOOLEAN,
    /** A resident ID number, kept only as a keyed hash. */
    ID_NUMBER,
    /** The account number of a payee, kept only as a keyed hash. */
    BANK_ACCOUNT,
    CREDIT_CODE,
    DOCUMENT_NUMBER,
    /** A name, kept masked. */
    PERSON_NAME,
    /** A village, kept under its one name for all spellings. */
    VILLAGE,
    /** A payee: an organisation is kept as written, a person masked and with a keyed hash. */
    PAYEE;

    /** Whether the type is a number. */
    public boolean isNumber() {
      return this == INTEGER || this == MONEY || this == DECIMAL;
    }

    /** Whether only a keyed hash is kept. */
    public boolean isHashed() {
      return this == ID_NUMBER || this == BANK_ACCOUNT;
    }

    /** Whether the type identifies a person. */
    public boolean isPersonal() {
      return isHashed() || this == PERSON_NAME;
    }
  }
}
