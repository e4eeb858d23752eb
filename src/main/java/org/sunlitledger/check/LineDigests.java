package org.sunlitledger.check;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.database.Years;
import org.sunlitledger.register.Register;

/**
 * Four bytes for each line of a delivery and each list of columns in which lines may agree, so that
 * no index has to be written with every line. What is delivered never changes: they are made once.
 */
@Component
final class LineDigests {
  /** Stands for no digest: one of the columns has no value, and the line agrees with none. */
  static final int NONE = 0;

  /** Lines whose digests are kept together: 4 MB. */
  private static final int PART = 1 << 20;

  /** Numbers of lines that are read together: 16 kB. */
  private static final int BLOCK = 1 << 12;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  LineDigests(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** Which lines are asked for: of a register, by some of its columns, delivered for some years. */
  record Wanted(Register register, List<String> columns, Years years) {}

  /** Deliveries of which the lines are looked at. */
  enum Which {
    /** Lines of tonight. */
    CANDIDATE("(d.status = 'loaded' or d.status = 'live' and d.recheck)"),
    /** Lines of earlier nights. */
    SETTLED("d.status = 'live' and not d.recheck"),
    ALL("d.status in ('live', 'loaded')");

    private final String condition;

    Which(String condition) {
      this.condition = condition;
    }
  }

  /** A run of lines of one delivery, and their digests. */
  record Part(long delivery, int number, IntBuffer digests) {}

  /** Makes what deliveries of a register still lack; all lists of columns in one reading. */
  void prepare(Register register, List<List<String>> keys) {
    List<String> names = keys.stream().map(LineDigests::name).toList();
    for (Lacking lacking : lacking(register, names)) {
      for (int part = 0; part <= lacking.lastLine() / PART; part++) {
        make(register, keys, lacking.delivery(), part);
        keep(names, lacking.delivery(), part);
      }
    }
  }

  private record Lacking(long delivery, int lastLine) {}

  private List<Lacking> lacking(Register register, List<String> names) {
    return jdbc.sql(
            """
            select d.id, coalesce((select max(line) from %s where delivery_id = d.id), 0)
            from delivery d
            where d.register = :register
              and d.status in ('live', 'loaded')
              and (
                select count(distinct l.columns)
                from line_digest l
                where l.delivery_id = d.id
                  and l.columns = any(:names)
              ) < :keys
            order by d.id
            """
                .formatted(SqlName.of(register.name())))
        .param("register", register.name())
        .param("names", names.toArray(String[]::new))
        .param("keys", names.size())
        .query((row, number) -> new Lacking(row.getLong(1), row.getInt(2)))
        .list();
  }

  /**
   * Reads the lines by themselves: as part of an insert the query could not use both processors.
   */
  private void make(Register register, List<List<String>> keys, long delivery, int part) {
    String digests =
        IntStream.range(0, keys.size())
            .mapToObj(
                key ->
                    "string_agg(int4send(%s), '') as key%d".formatted(digest(keys.get(key)), key))
            .collect(Collectors.joining(", "));
    jdbc.sql(
            """
            create temporary table made on commit drop as
            select %s, string_agg(int4send(r.line), '') as lines
            from %s r
            where r.delivery_id = :delivery
              and r.line between :first and :last
            """
                .formatted(digests, SqlName.of(register.name())))
        .param("delivery", delivery)
        .param("first", part * PART)
        .param("last", part * PART + PART - 1)
        .update();
  }

  private void keep(List<String> names, long delivery, int part) {
    Map<String, Object> parameters = new HashMap<>(Map.of("delivery", delivery, "part", part));
    List<String> rows = new ArrayList<>();
    for (int key = 0; key < names.size(); key++) {
      parameters.put("name" + key, names.get(key));
      rows.add("(:name%1$d, made.key%1$d)".formatted(key));
    }
    jdbc.sql(
            """
            insert into line_digest (delivery_id, columns, part, digests, lines)
            select :delivery, k.columns, :part, coalesce(k.digests, ''), coalesce(made.lines, '')
            from made
            cross join lateral (values %s) k (columns, digests)
            on conflict do nothing
            """
                .formatted(String.join(", ", rows)))
        .params(parameters)
        .update();
    jdbc.sql("drop table made").update();
  }

  /** How many digests there are. */
  long count(Wanted wanted, Which which) {
    return jdbc.sql(
            """
            select coalesce(sum(octet_length(l.digests)), 0) / 4
            """
                + parts(which))
        .params(parameters(wanted))
        .query(Long.class)
        .single();
  }

  /** Hands over part after part; only one is in memory at a time. */
  void each(Wanted wanted, Which which, Consumer<Part> part) {
    for (Key key : keys(wanted, which)) {
      read(
          "select digests from line_digest where delivery_id = ? and columns = ? and part = ?",
          statement -> identify(statement, 1, wanted, key),
          row -> part.accept(new Part(key.delivery(), key.part(), integers(row, 1))));
    }
  }

  /**
   * The numbers of some lines.
   *
   * @param places where they stand in the part, from 0, in order
   */
  int[] lines(Wanted wanted, Part part, int[] places) {
    int[] blocks = Arrays.stream(places).map(place -> place / BLOCK).distinct().toArray();
    int[] numbers = new int[part.digests().limit()];
    read(
        """
        select b.number, substring(l.lines from b.number * %1$d + 1 for %1$d)
        from line_digest l
        cross join unnest(?) b (number)
        where l.delivery_id = ?
          and l.columns = ?
          and l.part = ?
        """
            .formatted(BLOCK * Integer.BYTES),
        statement -> {
          statement.setObject(1, blocks);
          identify(statement, 2, wanted, new Key(part.delivery(), part.number()));
        },
        row -> {
          IntBuffer block = integers(row, 2);
          block.get(numbers, row.getInt(1) * BLOCK, block.remaining());
        });
    return Arrays.stream(places).map(place -> numbers[place]).toArray();
  }

  private record Key(long delivery, int part) {}

  private List<Key> keys(Wanted wanted, Which which) {
    return jdbc.sql(
            "select l.delivery_id, l.part" + parts(which) + "order by l.delivery_id, l.part")
        .params(parameters(wanted))
        .query((row, number) -> new Key(row.getLong(1), row.getInt(2)))
        .list();
  }

  private static String parts(Which which) {
    return """

    from line_digest l
    join delivery d on d.id = l.delivery_id
    where d.register = :register
      and l.columns = :columns
      and d.year between :from and :to
      and %s
    """
        .formatted(which.condition);
  }

  private static Map<String, Object> parameters(Wanted wanted) {
    return Map.of(
        "register", wanted.register().name(),
        "columns", name(wanted.columns()),
        "from", wanted.years().from(),
        "to", wanted.years().to());
  }

  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  /**
   * Reads bytes as they are: written out as text they would be twice as long, and take ten times.
   */
  private void read(String query, Values values, RowCallbackHandler row) {
    template.query(
        connection -> {
          PreparedStatement statement = connection.prepareStatement(query);
          // the driver's way to ask for the binary form at once
          statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
          values.set(statement);
          return statement;
        },
        row);
  }

  private static void identify(PreparedStatement statement, int from, Wanted wanted, Key key)
      throws SQLException {
    statement.setLong(from, key.delivery());
    statement.setString(from + 1, name(wanted.columns()));
    statement.setInt(from + 2, key.part());
  }

  private static IntBuffer integers(ResultSet row, int column) throws SQLException {
    return ByteBuffer.wrap(row.getBytes(column)).asIntBuffer();
  }

  /** The digest of a line {@code r} as SQL; one that would be {@link #NONE} is 1 instead. */
  static String digest(List<String> columns) {
    List<String> names = columns.stream().map(column -> "r." + SqlName.of(column)).toList();
    return "case when %1$s then coalesce(nullif(hash_record(row(%2$s)), %3$d), 1) else %3$d end"
        .formatted(
            names.stream().map("%s is not null"::formatted).collect(Collectors.joining(" and ")),
            String.join(", ", names),
            NONE);
  }

  private static String name(List<String> columns) {
    return String.join(", ", columns);
  }
}
