package org.sunlitledger.check;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.sql.Types;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.database.Years;
import org.sunlitledger.register.Register;

/**
 * Eight bytes for each line of a delivery and each list of columns in which lines may agree, so
 * that no index has to be written with every line. What is delivered never changes: they are made
 * once.
 */
@Component
final class LineDigests {
  /** Stands for no digest: one of the columns has no value, and the line agrees with none. */
  static final long NONE = 0;

  /** Lines whose digests are kept together: 8 MB. */
  private static final int PART = 1 << 20;

  private final JdbcClient jdbc;

  LineDigests(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /** A run of lines of one delivery with their digests. */
  record Part(long delivery, LongBuffer digests, IntBuffer lines) {}

  /** Makes what deliveries of a register still lack; all lists of columns in one reading. */
  void prepare(Register register, List<List<String>> keys) {
    List<String> names = keys.stream().map(LineDigests::name).toList();
    String query =
        """
        select %s, string_agg(int4send(r.line), '')
        from %s r
        where r.delivery_id = :delivery
          and r.line between :first and :last
        """
            .formatted(
                keys.stream()
                    .map(columns -> "string_agg(int8send(" + digest(columns) + "), '')")
                    .collect(Collectors.joining(", ")),
                SqlName.of(register.name()));
    for (Lacking lacking : lacking(register, names)) {
      for (int part = 0; part <= lacking.lastLine() / PART; part++) {
        keep(query, lacking.delivery(), part, names);
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

  private void keep(String query, long delivery, int part, List<String> names) {
    jdbc.sql(query)
        .param("delivery", delivery)
        .param("first", part * PART)
        .param("last", part * PART + PART - 1)
        .query(
            row -> {
              for (int key = 0; key < names.size(); key++) {
                jdbc.sql(
                        """
                        insert into line_digest (delivery_id, columns, part, digests, lines)
                        values
                          (:delivery, :columns, :part, coalesce(:digests, ''), coalesce(:lines, ''))
                        on conflict do nothing
                        """)
                    .param("delivery", delivery)
                    .param("columns", names.get(key))
                    .param("part", part)
                    .param("digests", row.getBytes(1 + key), Types.BINARY)
                    .param("lines", row.getBytes(1 + names.size()), Types.BINARY)
                    .update();
              }
            });
  }

  /** Hands over part after part; only one is in memory at a time. */
  void each(Wanted wanted, Which which, Consumer<Part> part) {
    record Key(long delivery, int part) {}
    List<Key> keys =
        jdbc.sql(
                """
                select l.delivery_id, l.part
                from line_digest l
                join delivery d on d.id = l.delivery_id
                where d.register = :register
                  and l.columns = :columns
                  and d.year between :from and :to
                  and %s
                order by l.delivery_id, l.part
                """
                    .formatted(which.condition))
            .param("register", wanted.register().name())
            .param("columns", name(wanted.columns()))
            .param("from", wanted.years().from())
            .param("to", wanted.years().to())
            .query((row, number) -> new Key(row.getLong(1), row.getInt(2)))
            .list();
    for (Key key : keys) {
      jdbc.sql(
              """
              select digests, lines
              from line_digest
              where delivery_id = :delivery and columns = :columns and part = :part
              """)
          .param("delivery", key.delivery())
          .param("columns", name(wanted.columns()))
          .param("part", key.part())
          .query(
              (RowCallbackHandler)
                  row ->
                      part.accept(
                          new Part(
                              key.delivery(),
                              ByteBuffer.wrap(row.getBytes(1)).asLongBuffer(),
                              ByteBuffer.wrap(row.getBytes(2)).asIntBuffer())));
    }
  }

  /** The digest of a line {@code r} as SQL. */
  static String digest(List<String> columns) {
    List<String> names = columns.stream().map(column -> "r." + SqlName.of(column)).toList();
    return "case when %s then hash_record_extended(row(%s), 0) else %d end"
        .formatted(
            names.stream().map("%s is not null"::formatted).collect(Collectors.joining(" and ")),
            String.join(", ", names),
            NONE);
  }

  private static String name(List<String> columns) {
    return String.join(", ", columns);
  }
}
