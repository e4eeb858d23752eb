package org.sunlitledger.check.alike;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.storage.RecalledLines;

/** Makes {@link LineDigests}. What is delivered never changes: they are made once. */
@Component
public final class DigestMaker {
  /** Lines whose digests are kept together: 4 MB. */
  private static final int PART = 1 << 20;

  private static final String LIVE_OR_LOADED = "d.status in ('live', 'loaded')";

  /** A delivery {@code d} whose records are in a file. */
  static final String IN_FILES = "d.id in (select delivery_id from stored_lines)";

  private final JdbcClient jdbc;
  private final RecalledLines recalled;

  DigestMaker(JdbcClient jdbc, RecalledLines recalled) {
    this.jdbc = jdbc;
    this.recalled = recalled;
  }

  /** Makes what deliveries of a register still lack; all lists of columns in one reading. */
  public void prepare(Register register, List<List<String>> keys) {
    prepare(register, keys.stream().map(DigestList::of).toList(), LIVE_OR_LOADED);
  }

  /** Makes what finds lines by some lists of columns when their records are in files. */
  public void prepareForFiles(Register register, List<List<String>> keys) {
    prepare(register, whole(keys), LIVE_OR_LOADED);
  }

  /** The same only for deliveries whose records are in files by now. */
  void prepareStored(Register register, List<String> key) {
    prepare(register, whole(List.of(key)), IN_FILES + " and d.status = 'live'");
  }

  private static List<DigestList> whole(List<List<String>> keys) {
    return keys.stream()
        .flatMap(key -> Stream.of(DigestList.of(key), DigestList.rest(key)))
        .toList();
  }

  private void prepare(Register register, List<DigestList> keys, String which) {
    for (Lacking lacking : lacking(register, keys, which)) {
      if (lacking.isStored()) {
        recalled.withRecords(
            lacking.delivery(), register.name(), table -> make(register, table, lacking));
      } else {
        make(register, SqlName.checked(register.name()), lacking);
      }
    }
  }

  private void make(Register register, String table, Lacking lacking) {
    int lastLine =
        jdbc.sql(
                "select coalesce(max(line), 0) from %s where delivery_id = :delivery"
                    .formatted(table))
            .param("delivery", lacking.delivery())
            .query(Integer.class)
            .single();
    for (int part = 0; part <= lastLine / PART; part++) {
      make(register, table, lacking, part);
      keep(lacking.keys().stream().map(DigestList::name).toList(), lacking.delivery(), part);
    }
  }

  private record Lacking(long delivery, boolean isStored, List<DigestList> keys) {}

  private List<Lacking> lacking(Register register, List<DigestList> keys, String which) {
    return jdbc.sql(
            """
            select d.id, %s, array(
                select l.columns
                from line_digest l
                where l.delivery_id = d.id
              )
            from delivery d
            where d.register = :register
              and %s
              and (
                select count(distinct l.columns)
                from line_digest l
                where l.delivery_id = d.id
                  and l.columns = any(:names)
              ) < :keys
            order by d.id
            """
                .formatted(IN_FILES, which))
        .param("register", register.name())
        .param("names", keys.stream().map(DigestList::name).toArray(String[]::new))
        .param("keys", keys.size())
        .query(
            (row, number) -> {
              Set<String> made = Set.copyOf(List.of((String[]) row.getArray(3).getArray()));
              return new Lacking(
                  row.getLong(1),
                  row.getBoolean(2),
                  keys.stream().filter(key -> !made.contains(key.name())).toList());
            })
        .list();
  }

  /**
   * Reads the lines by themselves: as part of an insert the query could not use both processors.
   */
  private void make(Register register, String table, Lacking lacking, int part) {
    List<DigestList> keys = lacking.keys();
    String digests =
        IntStream.range(0, keys.size())
            .mapToObj(
                key ->
                    """
                    string_agg(int4send(%1$s), '') as key%2$d,
                    string_agg(case when %3$s then int4send(r.line) end, '') as lines%2$d\
                    """
                        .formatted(
                            keys.get(key).of(register), key, isComplete(keys.get(key).columns())))
            .collect(Collectors.joining(", "));
    jdbc.sql(
            """
            create temporary table made on commit drop as
            select %s
            from %s r
            where r.delivery_id = :delivery
              and r.line between :first and :last
            """
                .formatted(digests, table))
        .param("delivery", lacking.delivery())
        .param("first", part * PART)
        .param("last", part * PART + PART - 1)
        .update();
  }

  private void keep(List<String> names, long delivery, int part) {
    Map<String, Object> parameters = new HashMap<>(Map.of("delivery", delivery, "part", part));
    List<String> rows = new ArrayList<>();
    for (int key = 0; key < names.size(); key++) {
      parameters.put("name" + key, names.get(key));
      rows.add("(:name%1$d, made.key%1$d, made.lines%1$d)".formatted(key));
    }
    jdbc.sql(
            """
            insert into line_digest (delivery_id, columns, part, digests, lines)
            select :delivery, k.columns, :part, coalesce(k.digests, ''), coalesce(k.lines, '')
            from made
            cross join lateral (values %s) k (columns, digests, lines)
            on conflict do nothing
            """
                .formatted(String.join(", ", rows)))
        .params(parameters)
        .update();
    jdbc.sql("drop table made").update();
  }

  /** The digest of a line {@code r} as SQL, null where one of the columns has no value. */
  public static String digest(Register register, List<String> columns) {
    return "case when %s then (%s >> 32)::integer end"
        .formatted(isComplete(columns), hash(register, columns));
  }

  /** The other half of the same hash. */
  static String rest(Register register, List<String> columns) {
    return "case when %s then (%s << 32 >> 32)::integer end"
        .formatted(isComplete(columns), hash(register, columns));
  }

  private static String hash(Register register, List<String> columns) {
    String hash = "0";
    for (String column : columns) {
      hash = hash(type(register, column), FoldedKey.value("r", column), hash);
    }
    return hash;
  }

  /** The digest that a line has whose only column has this value, as SQL. */
  public static String digestOf(Register register, String column, String value) {
    return "(%s >> 32)::integer".formatted(hash(type(register, column), value, "0"));
  }

  /** Whether a line {@code r} has a value in each column: without one it agrees with no other. */
  private static String isComplete(List<String> columns) {
    return columns.stream()
        .map(column -> "r.%s is not null".formatted(SqlName.checked(FoldedKey.column(column))))
        .collect(Collectors.joining(" and "));
  }

  private static Field.FieldType type(Register register, String column) {
    return register.fields().stream()
        .filter(field -> field.column().equals(FoldedKey.column(column)))
        .map(Field::type)
        .findFirst()
        .orElseThrow();
  }

  /** A value's hash of 64 bits, with that of the values before it as its seed. */
  private static String hash(Field.FieldType type, String value, String before) {
    return switch (type) {
      case TEXT, CREDIT_CODE, DOCUMENT_NUMBER, PERSON_NAME, VILLAGE, PAYEE ->
          "hashtextextended(%s, %s)".formatted(value, before);
      case INTEGER, MONEY -> "hashint8extended(%s, %s)".formatted(value, before);
      case DATE -> "hashint4extended(%s - date '2000-01-01', %s)".formatted(value, before);
      case DECIMAL, BOOLEAN, ID_NUMBER, BANK_ACCOUNT ->
          "hash_record_extended(row(%s), %s)".formatted(value, before);
    };
  }
}
