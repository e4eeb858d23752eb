package org.sunlitledger.register;

import org.sunlitledger.definition.SqlName;

/**
 * A column of a register's table.
 *
 * @param type as the server names it
 * @param comment empty where there is none
 */
record RegisterColumn(String name, String type, boolean isRequired, String comment) {

  /** The column that keeps a field. */
  static RegisterColumn of(Field field) {
    return new RegisterColumn(
        field.column(), type(field.type()), field.constraints().required(), field.description());
  }

  /** As {@code create table} and {@code alter table} name it. */
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
