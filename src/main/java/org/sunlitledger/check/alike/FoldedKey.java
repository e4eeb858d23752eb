package org.sunlitledger.check.alike;

import java.util.List;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * A register's key in which case, width and leading zeros make no difference: sj-0001 is SJ-1.
 * Codes and what is kept hashed are compared as they are.
 */
public record FoldedKey(Register register) {
  /** Marks a column whose folded value is meant, where columns are listed by their names. */
  private static final String MARK = "~";

  /** Fields that can be written in several ways. */
  public List<Field> fields() {
    return register.key().stream().map(register::field).filter(FoldedKey::isFolded).toList();
  }

  /** The columns of the key, those marked whose folded value is meant. */
  public List<String> columns() {
    return register.key().stream()
        .map(register::field)
        .map(field -> isFolded(field) ? MARK + field.column() : field.column())
        .toList();
  }

  private static boolean isFolded(Field field) {
    return switch (field.type()) {
      case TEXT, DOCUMENT_NUMBER, CREDIT_CODE, VILLAGE -> field.codes().isEmpty();
      case INTEGER, MONEY, DECIMAL, DATE, BOOLEAN, ID_NUMBER, BANK_ACCOUNT, PERSON_NAME, PAYEE ->
          false;
    };
  }

  /** The column that a listed name is about. */
  static String column(String listed) {
    return listed.startsWith(MARK) ? listed.substring(MARK.length()) : listed;
  }

  /** The value of a listed column of a line as SQL. */
  static String value(String line, String listed) {
    String value = line + "." + SqlName.checked(column(listed));
    return listed.startsWith(MARK) ? folded(value) : value;
  }

  /** A text without case, width and leading zeros. */
  static String folded(String text) {
    return "regexp_replace(upper(normalize(%s, nfkc)), '(^|[^0-9])0+(?=[0-9])', '\\1', 'g')"
        .formatted(text);
  }
}
