package org.sunlitledger.register;

import org.sunlitledger.definition.SqlName;

/**
 * A column of a register's table.
 *
 * @param type name of the type on the server
 * @param comment empty if there is none
 */
record RegisterColumn(String name, String type, boolean isRequired, String comment) {

  /** The column for a field. */
  static RegisterColumn of(Field field) {
    return new RegisterColumn(
        field.column(), type(field.type()), field.constraints().required(), field.description());
  }

  /** The definition in {@code create table} and {@code alter table}. */
  String definition() {
    return SqlName.checked(name)
        + " "
        + type
        + (type.equals("text") ? " collate \"C\"" : "")
        + (isRequired ? " not null" : "");
  }

  private static String type(Field.FieldType type) {
    return switch (type) {
      case TEXT, CREDIT_CODE, DOCUMENT_NUMBER, PERSON_NAME, VILLAGE, PAYEE -> "text";
      case INTEGER, MONEY -> "bigint";
      case DECIMAL -> "numeric";
      case DATE -> "date";
      case BOOLEAN -> "boolean";
      case ID_NUMBER, BANK_ACCOUNT -> "bytea";
    };
  }
}
