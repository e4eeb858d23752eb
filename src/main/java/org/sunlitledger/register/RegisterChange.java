package org.sunlitledger.register;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.SqlName;

/**
 * The difference between a register's table and its definition. Optional fields are added; required
 * fields are added only while the table has no lines. A field that has become optional may be empty
 * from now on. A field without a value in any line may be taken away.
 */
final class RegisterChange {
  private final JdbcClient owner;
  private final Register register;
  private final String table;
  private final Map<String, RegisterColumn> found;
  private boolean isChanged;

  /**
   * @param found columns of the table, by name
   */
  RegisterChange(JdbcClient owner, Register register, Map<String, RegisterColumn> found) {
    this.owner = owner;
    this.register = register;
    this.table = SqlName.checked(register.name());
    this.found = found;
  }

  /**
   * Makes the change.
   *
   * @throws DefinitionException when the change would lose or alter data
   */
  void make() {
    Map<String, RegisterColumn> wanted = new LinkedHashMap<>();
    register.fields().stream()
        .map(RegisterColumn::of)
        .forEach(column -> wanted.put(column.name(), column));
    drop(wanted);
    int position = 0;
    for (RegisterColumn column : wanted.values()) {
      position++;
      RegisterColumn before = found.get(column.name());
      if (before == null) {
        add(column, position);
      } else {
        alter(before, column, position);
      }
    }
    if (isChanged) {
      RegisterTables.add(owner, register);
    }
  }

  /**
   * Drops columns without a value that no field has any more. The way back to an earlier release
   * leads here: its registers lack the fields that the later one has added.
   */
  private void drop(Map<String, RegisterColumn> wanted) {
    for (String column : found.keySet()) {
      if (!wanted.containsKey(column)) {
        if (exists(SqlName.checked(column) + " is not null")) {
          throw RegisterTables.problem(
              register,
              "no field has the column '%s' any more, and its values would be lost; put the field back"
                  .formatted(column));
        }
        dropViews();
        owner.sql("alter table %s drop %s".formatted(table, SqlName.checked(column))).update();
      }
    }
  }

  private void add(RegisterColumn column, int position) {
    if (column.isRequired() && exists("true")) {
      throw problem(
          position,
          "field with column '%s' is new and required, and the lines that are there have no value; make it optional"
              .formatted(column.name()));
    }
    // the views list all columns, so they are created again
    dropViews();
    owner.sql("alter table %s add %s".formatted(table, column.definition())).update();
    RegisterTables.comment(owner, register, column);
  }

  private void alter(RegisterColumn before, RegisterColumn column, int position) {
    if (!before.type().equals(column.type())) {
      throw problem(
          position,
          "the column '%s' has type %s, and the field needs %s; values would be altered: use another column"
              .formatted(column.name(), before.type(), column.type()));
    }
    if (before.isRequired() && !column.isRequired()) {
      change(column, "drop not null");
    }
    if (!before.isRequired() && column.isRequired()) {
      if (exists(SqlName.checked(column.name()) + " is null")) {
        throw problem(
            position,
            "field with column '%s' is required now, and there are lines without a value; make it optional"
                .formatted(column.name()));
      }
      change(column, "set not null");
    }
    if (!before.comment().equals(column.comment())) {
      RegisterTables.comment(owner, register, column);
    }
  }

  private void change(RegisterColumn column, String how) {
    owner
        .sql("alter table %s alter %s %s".formatted(table, SqlName.checked(column.name()), how))
        .update();
  }

  private void dropViews() {
    if (!isChanged) {
      isChanged = true;
      owner
          .sql(
              "drop view %s, %s"
                  .formatted(
                      SqlName.checked("standing_" + register.name()),
                      SqlName.checked("live_" + register.name())))
          .update();
    }
  }

  private boolean exists(String condition) {
    return owner
        .sql("select exists (select from %s where %s)".formatted(table, condition))
        .query(Boolean.class)
        .single();
  }

  private DefinitionException problem(int position, String what) {
    return new DefinitionException("%s → fields[%d]".formatted(register.file(), position), what);
  }
}
