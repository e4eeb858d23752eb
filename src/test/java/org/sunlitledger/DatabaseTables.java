package org.sunlitledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables, columns, foreign keys and views as the catalogue of the database has them. */
final class DatabaseTables {
  private final JdbcClient jdbc;

  DatabaseTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A column as a diagram shows it.
   *
   * @param key PK, FK, UK, several of them, or empty
   */
  record Column(String name, String type, String key, Optional<String> comment) {}

  /**
   * A foreign key.
   *
   * @param isOptional a row may refer to nothing
   * @param isUnique at most one row refers to a row of the other table
   */
  record Reference(
      String from, String to, List<String> columns, boolean isOptional, boolean isUnique) {}

  List<String> names() {
    return relations("r");
  }

  List<String> views() {
    return relations("v");
  }

  private List<String> relations(String kind) {
    return jdbc.sql(
            """
            select relname
            from pg_class
            where relkind = :kind::"char"
              and relnamespace = 'public'::regnamespace
            order by relname collate "C"
            """)
        .param("kind", kind)
        .query(String.class)
        .list();
  }

  List<Column> columns(String table) {
    return jdbc.sql(
            """
            select a.attname, format_type(a.atttypid, null),
              (
                select string_agg(distinct case c.contype when 'p' then 'PK' when 'f' then 'FK'
                  else 'UK' end, ', ' order by case c.contype when 'p' then 'PK' when 'f' then 'FK'
                  else 'UK' end desc)
                from pg_constraint c
                where c.conrelid = a.attrelid
                  and c.contype in ('p', 'f', 'u')
                  and a.attnum = any(c.conkey)
              ),
              col_description(a.attrelid, a.attnum)
            from pg_attribute a
            where a.attrelid = ('public.' || :table)::regclass
              and a.attnum > 0
              and not a.attisdropped
            order by a.attnum
            """)
        .param("table", table)
        .query((row, number) -> column(row))
        .list();
  }

  private static Column column(ResultSet row) throws SQLException {
    String type =
        row.getString(2)
            .replace("timestamp with time zone", "timestamptz")
            .replace("timestamp without time zone", "timestamp")
            .replace("character varying", "varchar")
            .replace("\"", "");
    return new Column(
        row.getString(1),
        type,
        Optional.ofNullable(row.getString(3)).orElse(""),
        Optional.ofNullable(row.getString(4)));
  }

  List<Reference> references() {
    return jdbc.sql(
            """
            select c.conrelid::regclass::text, c.confrelid::regclass::text,
              (
                select array_agg(a.attname::text order by k.at)
                from unnest(c.conkey) with ordinality k (attnum, at)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
              ) as columns,
              exists (
                select
                from pg_attribute a
                where a.attrelid = c.conrelid
                  and a.attnum = any(c.conkey)
                  and not a.attnotnull
              ),
              exists (
                select
                from pg_constraint u
                where u.conrelid = c.conrelid
                  and u.contype in ('p', 'u')
                  and u.conkey <@ c.conkey
              )
            from pg_constraint c
            where c.contype = 'f'
              and c.connamespace = 'public'::regnamespace
            order by 2, 1, columns
            """)
        .query(
            (row, number) ->
                new Reference(
                    row.getString(1),
                    row.getString(2),
                    List.of((String[]) row.getArray(3).getArray()),
                    row.getBoolean(4),
                    row.getBoolean(5)))
        .list();
  }

  /** The tables and views that a view is made of. */
  List<String> readBy(String view) {
    return jdbc.sql(
            """
            select distinct d.refobjid::regclass::text
            from pg_rewrite w
            join pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass
            where w.ev_class = ('public.' || :view)::regclass
              and d.refclassid = 'pg_class'::regclass
              and d.refobjid <> w.ev_class
            order by 1
            """)
        .param("view", view)
        .query(String.class)
        .list();
  }

  /** The values that a check constraint allows in a column. */
  List<String> allowed(String table, String column) {
    return jdbc.sql(
            """
            select m[1]
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            cross join regexp_matches(pg_get_constraintdef(c.oid), '''([^'']*)''', 'g') m
            where c.conrelid = ('public.' || :table)::regclass
              and c.contype = 'c'
              and cardinality(c.conkey) = 1
              and a.attname = :column
            """)
        .param("table", table)
        .param("column", column)
        .query(String.class)
        .list();
  }
}
