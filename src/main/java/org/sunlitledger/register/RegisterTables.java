package org.sunlitledger.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DefinitionException;

/** Holds registers against the tables that keep their records. */
@Component
final class RegisterTables {
  private final Registers registers;
  private final JdbcClient jdbc;

  RegisterTables(Registers registers, JdbcClient jdbc) {
    this.registers = registers;
    this.jdbc = jdbc;
  }

  /**
   * Every field needs a column of its type, before any line is taken in.
   *
   * @throws DefinitionException that names the register's file
   */
  void require() {
    registers.all().forEach(this::require);
  }

  private void require(Register register) {
    Map<String, String> columns = columns(register);
    if (columns.isEmpty()) {
      throw problem(register, "there is no table '%s'".formatted(register.name()));
    }
    for (Field field : register.fields()) {
      String found = Optional.ofNullable(columns.get(field.column())).orElse("none");
      if (!found.equals(type(field))) {
        throw problem(
            register,
            "field '%s' needs a column '%s' of type %s, found %s"
                .formatted(field.name(), field.column(), type(field), found));
      }
    }
  }

  private Map<String, String> columns(Register register) {
    Map<String, String> columns = new HashMap<>();
    jdbc.sql(
            """
            select column_name, data_type
            from information_schema.columns
            where table_schema = current_schema()
              and table_name = :table
            """)
        .param("table", register.name())
        .query((RowCallbackHandler) row -> columns.put(row.getString(1), row.getString(2)));
    return columns;
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case TEXT, CREDIT_CODE, DOCUMENT_NUMBER, PERSON_NAME, VILLAGE, PAYEE -> "text";
      case INTEGER, MONEY -> "bigint";
      case DECIMAL -> "numeric";
      case DATE -> "date";
      case BOOLEAN -> "boolean";
      case ID_NUMBER, BANK_ACCOUNT -> "bytea";
    };
  }

  private static DefinitionException problem(Register register, String what) {
    return new DefinitionException("jobs/registers/%s.yaml".formatted(register.name()), what);
  }
}
