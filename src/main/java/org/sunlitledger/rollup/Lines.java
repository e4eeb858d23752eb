package org.sunlitledger.rollup;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.rollup.LineWindow.DeliveryLines;
import org.sunlitledger.storage.StoredLines;

/** The lines of files behind a measure, from the same definition as its value. */
@Component
public final class Lines {
  private final JdbcClient jdbc;
  private final StoredLines stored;

  Lines(JdbcClient jdbc, StoredLines stored) {
    this.jdbc = jdbc;
    this.stored = stored;
  }

  /**
   * One line of one file that counts.
   *
   * @param amount what it adds: fen, a count, or a decimal number
   * @param key what makes it distinct; empty for sums
   * @param label the text it gives to a list; empty for sums
   */
  public record SubjectLine(
      long delivery,
      String register,
      String file,
      int line,
      int year,
      String township,
      String source,
      int month,
      BigDecimal amount,
      String key,
      String label) {

    /** The names of the columns of lists, in the order of the parts above. */
    public static final List<String> COLUMNS =
        List.of(
            "delivery",
            "register",
            "file",
            "line",
            "year",
            "township",
            "source",
            "month",
            "amount",
            "key",
            "label");

    public LinePlace place() {
      return new LinePlace(delivery, line);
    }

    private static SubjectLine of(ResultSet row) throws SQLException {
      return new SubjectLine(
          row.getLong("delivery_id"),
          row.getString("register"),
          row.getString("name"),
          row.getInt("line"),
          row.getInt("year"),
          row.getString("township"),
          row.getString("source"),
          row.getInt("month"),
          row.getBigDecimal("amount"),
          text(row.getString("key")),
          text(row.getString("label")));
    }
  }

  /** Hands over every line, in the order of files and lines; rows are streamed, not held. */
  public void of(LineSet set, LineFilter filter, Consumer<SubjectLine> each) {
    // the driver streams rows only within a transaction
    set.read(
        stored,
        () -> {
          stream(set, filter, each);
          return set;
        });
  }

  /** Whether one line of a delivery is among them. */
  public boolean has(LineSet set, LinePlace place) {
    return set.read(stored, place.delivery(), place.delivery(), () -> isAmong(set, place));
  }

  private boolean isAmong(LineSet set, LinePlace place) {
    LineSetSql sql = new LineSetSql(set, LineFilter.ALL);
    return jdbc.sql(
            """
            select exists (
              select
              %s
                and s.delivery_id = :delivery
                and s.line = :line
            )
            """
                .formatted(sql.lines()))
        .params(sql.parameters())
        .param("delivery", place.delivery())
        .param("line", place.line())
        .query(Boolean.class)
        .single();
  }

  /**
   * The first lines behind a place, in the order of deliveries and lines. Few more lines are read
   * than are asked for, where few are left out by filters.
   */
  public List<SubjectLine> page(LineSet set, LineFilter filter, LinePlace after, int limit) {
    List<SubjectLine> page = new ArrayList<>();
    for (LineWindow window : LineWindow.of(deliveries(set, filter, after), after)) {
      page.addAll(page(set, filter, window, limit - page.size()));
      if (page.size() == limit) {
        break;
      }
    }
    return page;
  }

  /** The deliveries that may have lines behind a place. */
  private List<DeliveryLines> deliveries(LineSet set, LineFilter filter, LinePlace after) {
    return jdbc
        .sql(
            """
            select id, lines_read
            from delivery
            where status = 'live'
              and register = any(:registers)
              and year between :first and :last
              and id >= :after
            order by id
            """)
        .param("registers", set.measure().subject().registers().toArray(String[]::new))
        .param("first", set.measure().span().firstYear(set.year()))
        .param("last", set.year())
        .param("after", after.delivery())
        .query((row, number) -> new DeliveryLines(row.getLong(1), row.getLong(2)))
        .list()
        .stream()
        .filter(one -> filter.delivery().filter(id -> id != one.delivery()).isEmpty())
        .toList();
  }

  private List<SubjectLine> page(LineSet set, LineFilter filter, LineWindow window, int limit) {
    return set.read(
        stored,
        filter.delivery().orElse(window.after().delivery()),
        filter.delivery().orElse(window.last().delivery()),
        () -> read(set, filter, window, limit));
  }

  private List<SubjectLine> read(LineSet set, LineFilter filter, LineWindow window, int limit) {
    LineSetSql sql = new LineSetSql(set, filter);
    return jdbc.sql(
            """
            select p.*, d.register, d.name
            from (
              select %s
              %s
                and (s.delivery_id, s.line) > (:after_delivery, :after_line)
                and (s.delivery_id, s.line) <= (:last_delivery, :last_line)
              order by s.delivery_id, s.line
              limit :limit
            ) p
            join delivery d on d.id = p.delivery_id
            order by p.delivery_id, p.line
            """
                .formatted(sql.columns(), sql.lines()))
        .params(sql.parameters())
        .param("after_delivery", window.after().delivery())
        .param("after_line", window.after().line())
        .param("last_delivery", window.last().delivery())
        .param("last_line", window.last().line())
        .param("limit", limit)
        .query((row, number) -> SubjectLine.of(row))
        .list();
  }

  private void stream(LineSet set, LineFilter filter, Consumer<SubjectLine> each) {
    LineSetSql sql = new LineSetSql(set, filter);
    try (var lines =
        jdbc
            .sql(
                """
                select l.*, d.register, d.name
                from (select %s %s) l
                join delivery d on d.id = l.delivery_id
                order by l.year, d.name, l.delivery_id, l.line
                """
                    .formatted(sql.columns(), sql.lines()))
            .params(sql.parameters())
            .withFetchSize(10_000)
            .query((row, number) -> SubjectLine.of(row))
            .stream()) {
      lines.forEach(each);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
