package org.sunlitledger.register;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.SqlName;

/**
 * Creates the tables of registers after each migration as the owner of the schema, and alters them
 * when their definitions have changed. A change that would lose or alter data is rejected.
 */
@Component
public final class RegisterTables implements Callback {
  static final String OWN_COLUMNS =
      "delivery_id bigint not null, line integer not null, verdict \"char\" not null default 'a'";

  /**
   * The key of the lock that lets two starting programs take turns. Any number that no other lock
   * uses is suitable.
   */
  private static final long START_LOCK_KEY = 7_205_118_340L;

  private final Registers registers;

  public RegisterTables(Registers registers) {
    this.registers = registers;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "registers";
  }

  /**
   * Updates all tables.
   *
   * @throws DefinitionException with the name of the register's file, when a change is rejected;
   *     nothing has changed then
   */
  @Override
  public void handle(Event event, Context context) {
    JdbcClient owner =
        JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
    owner
        .sql("select pg_advisory_xact_lock(:turn)")
        .param("turn", START_LOCK_KEY)
        .query()
        .listOfRows();
    Map<String, Map<String, RegisterColumn>> tables = columns(owner);
    for (Register register : registers.all()) {
      Map<String, RegisterColumn> found = tables.get(register.name());
      if (found == null) {
        create(owner, register);
      } else {
        new RegisterChange(owner, register, found).make();
      }
    }
  }

  /** The columns of the tables that were created from registers, by table and name. */
  static Map<String, Map<String, RegisterColumn>> columns(JdbcClient owner) {
    Map<String, Map<String, RegisterColumn>> tables = new LinkedHashMap<>();
    owner
        .sql(
            """
            select r.name, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
              coalesce(col_description(a.attrelid, a.attnum), '')
            from register_table r
            join pg_attribute a
              on a.attrelid = to_regclass(r.name)
              and a.attnum > 0
              and not a.attisdropped
              and a.attname not in ('delivery_id', 'line', 'verdict')
            order by r.name, a.attnum
            """)
        .query(
            (RowCallbackHandler)
                row ->
                    tables
                        .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                        .put(
                            row.getString(2),
                            new RegisterColumn(
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getString(5))));
    return tables;
  }

  private static void create(JdbcClient owner, Register register) {
    refuseTakenName(owner, register);
    String columns =
        register.fields().stream()
            .map(field -> RegisterColumn.of(field).definition())
            .collect(Collectors.joining(", "));
    owner
        .sql(
            "create table %s (%s, %s, primary key (delivery_id, line))"
                .formatted(SqlName.checked(register.name()), OWN_COLUMNS, columns))
        .update();
    comment(owner, "table " + SqlName.checked(register.name()), register.description());
    register.fields().forEach(field -> comment(owner, register, RegisterColumn.of(field)));
    indexes(register).forEach(index -> owner.sql(index).update());
    add(owner, register);
  }

  private static void refuseTakenName(JdbcClient owner, Register register) {
    boolean isTaken =
        owner
            .sql("select to_regclass(:name) is not null")
            .param("name", SqlName.plain(register.name()))
            .query(Boolean.class)
            .single();
    if (isTaken) {
      throw problem(
          register,
          "the database has another table '%s'; choose another name".formatted(register.name()));
    }
  }

  /** Protects the table and creates its views. */
  static void add(JdbcClient owner, Register register) {
    owner
        .sql("call add_register(:name, :isLedger)")
        .param("name", register.name())
        .param("isLedger", register.sides().isPresent())
        .update();
  }

  static void comment(JdbcClient owner, Register register, RegisterColumn column) {
    comment(
        owner,
        "column %s.%s".formatted(SqlName.checked(register.name()), SqlName.checked(column.name())),
        column.comment());
  }

  private static void comment(JdbcClient owner, String on, String text) {
    String quoted =
        owner.sql("select quote_literal(:text)").param("text", text).query(String.class).single();
    owner.sql("comment on %s is %s".formatted(on, quoted)).update();
  }

  /** The indexes of a table. The few lines that are reversals have an index of their own. */
  private static Set<String> indexes(Register register) {
    Set<String> statements = new LinkedHashSet<>();
    for (List<Field> index : register.indexes()) {
      List<String> columns = index.stream().map(Field::column).toList();
      String name = index.size() == 1 && !isKey(register, index) ? columns.get(0) : "key";
      statements.add(
          "create index %s on %s (%s)"
              .formatted(
                  SqlName.checked(register.name() + "_" + name),
                  SqlName.checked(register.name()),
                  columns.stream().map(SqlName::checked).collect(Collectors.joining(", "))));
    }
    register
        .amount()
        .flatMap(
            amount -> register.reversal().map(reversal -> reversal(register, amount, reversal)))
        .ifPresent(statements::add);
    return statements;
  }

  private static boolean isKey(Register register, List<Field> index) {
    return index.stream().map(Field::name).toList().equals(register.key());
  }

  private static String reversal(Register register, String amount, ReversalFields reversal) {
    return "create index %s on %s (delivery_id, line) where %s < 0 or %s is not null"
        .formatted(
            SqlName.checked(register.name() + "_reversal"),
            SqlName.checked(register.name()),
            SqlName.checked(register.field(amount).column()),
            SqlName.checked(reversal.names().column()));
  }

  static DefinitionException problem(Register register, String what) {
    return new DefinitionException(register.file(), what);
  }
}
