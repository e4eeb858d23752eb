package org.sunlitledger.register;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.definition.SqlName;

/**
 * The table of a register as it was in a database. Its lines are kept even if no definition
 * describes it any more.
 */
public record FormerRegister(String name, List<FormerColumn> columns) {
  private static final Set<String> TYPES =
      Set.of("text", "bigint", "numeric", "date", "boolean", "bytea");

  /**
   * A column for a field.
   *
   * @param type name of the type on the server
   */
  public record FormerColumn(String name, String type, boolean required) {}

  /** All tables of registers in a database. */
  public static List<FormerRegister> all(JdbcClient sql) {
    return RegisterTables.columns(sql).entrySet().stream()
        .map(
            table ->
                new FormerRegister(
                    table.getKey(),
                    table.getValue().values().stream()
                        .map(
                            column ->
                                new FormerColumn(column.name(), column.type(), column.isRequired()))
                        .toList()))
        .toList();
  }

  /** Creates the table if there is none, with the protection that every register has. */
  public void create(JdbcClient owner) {
    boolean exists =
        owner
            .sql("select to_regclass(:name) is not null")
            .param("name", SqlName.plain(name))
            .query(Boolean.class)
            .single();
    if (exists) {
      return;
    }
    String definitions =
        columns.stream()
            .map(column -> new RegisterColumn(column.name(), type(column), column.required(), ""))
            .map(column -> ", " + column.definition())
            .collect(Collectors.joining());
    owner
        .sql(
            "create table %s (%s%s, primary key (delivery_id, line))"
                .formatted(SqlName.checked(name), RegisterTables.OWN_COLUMNS, definitions))
        .update();
    owner.sql("call add_register(:name, false)").param("name", name).update();
  }

  private static String type(FormerColumn column) {
    if (!TYPES.contains(column.type())) {
      throw new IllegalArgumentException("not a type of a field: " + column.type());
    }
    return column.type();
  }
}
