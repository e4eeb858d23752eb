package org.sunlitledger.check.alike;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Register;

/**
 * Four bytes for each line of a delivery and each list of columns in which lines may agree, so that
 * no index has to be written with every line. Lines without a value in one of the columns have
 * none. {@link DigestMaker} makes them, once a delivery.
 */
@Component
public final class LineDigests {
  /** Numbers of lines that are read together: 16 kB. */
  private static final int BLOCK = 1 << 12;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  LineDigests(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** Which lines are asked for: of a register, by some of its columns, delivered for some years. */
  public record Wanted(Register register, List<String> columns, Years years) {
    /** The same for a query. */
    Map<String, Object> parameters() {
      return Map.of(
          "register", register.name(),
          "columns", name(columns),
          "from", years.from(),
          "to", years.to());
    }
  }

  /** Deliveries of which the lines are looked at. */
  enum Which {
    /** Lines of tonight. */
    CANDIDATE("(d.status = 'loaded' or d.status = 'live' and d.recheck)"),
    /** Lines of earlier nights. */
    SETTLED("d.status = 'live' and not d.recheck"),
    ALL("d.status in ('live', 'loaded')"),
    /** Lines of closed years whose records are in files. */
    STORED(DigestMaker.IN_FILES);

    private final String condition;

    Which(String condition) {
      this.condition = condition;
    }
  }

  /** A run of lines of one delivery, and their digests. */
  record DigestPart(long delivery, int number, IntBuffer digests) {}

  /** How many digests there are. */
  long count(Wanted wanted, Which which) {
    return jdbc.sql(
            """
            select coalesce(sum(octet_length(l.digests)), 0) / 4
            """
                + parts(which))
        .params(wanted.parameters())
        .query(Long.class)
        .single();
  }

  /** Hands over part after part; only one is in memory at a time. */
  void each(Wanted wanted, Which which, Consumer<DigestPart> part) {
    for (Key key : keys(wanted, which)) {
      read(
          "select digests from line_digest where delivery_id = ? and columns = ? and part = ?",
          statement -> identify(statement, 1, wanted, key),
          row -> part.accept(new DigestPart(key.delivery(), key.part(), integers(row, 1))));
    }
  }

  /**
   * The numbers of some lines.
   *
   * @param places their places in the part, from 0, in order
   */
  int[] lines(Wanted wanted, DigestPart part, int[] places) {
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

  /** The rest of the hashes of some lines of a delivery, by their numbers. */
  Map<Integer, Integer> rests(Wanted wanted, long delivery, BitSet some) {
    Map<Integer, Integer> rests = new HashMap<>();
    read(
        "select lines, digests from line_digest where delivery_id = ? and columns = ?",
        statement -> {
          statement.setLong(1, delivery);
          statement.setString(2, DigestList.rest(wanted.columns()).name());
        },
        row -> {
          IntBuffer lines = integers(row, 1);
          IntBuffer digests = integers(row, 2);
          while (lines.hasRemaining()) {
            int line = lines.get();
            int rest = digests.get();
            if (some.get(line)) {
              rests.put(line, rest);
            }
          }
        });
    return rests;
  }

  private record Key(long delivery, int part) {}

  private List<Key> keys(Wanted wanted, Which which) {
    return jdbc.sql(
            "select l.delivery_id, l.part" + parts(which) + "order by l.delivery_id, l.part")
        .params(wanted.parameters())
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

  /** By which a list of columns is known. */
  public static String name(List<String> columns) {
    return String.join(", ", columns);
  }
}
