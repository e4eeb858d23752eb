package org.sunlitledger.console.close;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.ReachedFiles;

/** Reads the restatement of a year that was computed last. */
@Component
public class RestatementQuery {
  private static final int FETCHED = 500;

  private final JdbcClient jdbc;

  RestatementQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When it was computed, for which close, and whether definitions have changed since that. */
  public record RestatementHead(long closeId, OffsetDateTime madeAt, boolean definitionsChanged) {}

  /** A late delivery as it was counted. */
  public record CountedLate(
      long delivery, String file, long read, long accepted, long refused, long fen) {}

  /**
   * A figure that would change.
   *
   * @param difference empty unless both values are numbers
   * @param lines by which it would change
   */
  public record ChangedFigure(
      String figure,
      String oldValue,
      String newValue,
      String oldText,
      String newText,
      Optional<BigDecimal> difference,
      long lines) {}

  /** A line by which a figure would change. */
  public record ListedChange(
      long place,
      String figure,
      String part,
      boolean comes,
      long delivery,
      String file,
      int line,
      BigDecimal amount) {}

  Optional<RestatementHead> find(int year) {
    return jdbc.sql(
            """
            select close_id, made_at, definitions_changed
            from restatement
            where year = :year
            """)
        .param("year", year)
        .query(RestatementHead.class)
        .optional();
  }

  List<CountedLate> late(int year) {
    return jdbc.sql(
            """
            select l.delivery_id as delivery, d.name as file, l.lines_read as read,
              l.lines_accepted as accepted, l.lines_refused as refused, l.fen_accepted as fen
            from restatement_late l
            join delivery d on d.id = l.delivery_id
            where l.year = :year
            order by d.name, d.id
            """)
        .param("year", year)
        .query(CountedLate.class)
        .list();
  }

  List<ChangedFigure> figures(int year) {
    return jdbc.sql(
            """
            select figure, old_value, new_value, old_text, new_text, difference, lines
            from restatement_figure
            where year = :year
            order by place
            """)
        .param("year", year)
        .query(
            (row, number) ->
                new ChangedFigure(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    Optional.ofNullable(row.getBigDecimal(6)),
                    row.getLong(7)))
        .list();
  }

  /**
   * Lines of a figure.
   *
   * @param office the folder to which the reader is limited; null for all
   */
  List<ListedChange> lines(
      int year, String figure, @Nullable String office, Optional<Long> after, int most) {
    return listed(
            """
            and f.figure = :figure
            and l.place > :after
            order by l.place
            limit :most
            """,
            year,
            office)
        .param("figure", figure)
        .param("after", after.orElse(0L))
        .param("most", most)
        .query(ListedChange.class)
        .list();
  }

  /** How many lines of a figure somebody may see. */
  long count(int year, String figure, @Nullable String office) {
    return jdbc.sql("select count(*) from (%s) seen".formatted(sql("and f.figure = :figure")))
        .param("year", year)
        .param("office", office)
        .param("figure", figure)
        .query(Long.class)
        .single();
  }

  /** Hands over every line of every figure, in a transaction under way. */
  void each(int year, @Nullable String office, Consumer<ListedChange> each) {
    try (Stream<ListedChange> lines =
        listed("order by f.place, l.place", year, office)
            .withFetchSize(FETCHED)
            .query(ListedChange.class)
            .stream()) {
      lines.forEach(each);
    }
  }

  private StatementSpec listed(String rest, int year, @Nullable String office) {
    return jdbc.sql(sql(rest)).param("year", year).param("office", office);
  }

  private static String sql(String rest) {
    return """
    select l.place, f.figure, l.part, l.comes, l.delivery_id as delivery, d.name as file, l.line,
      l.amount
    from restatement_figure f
    join restatement_line l on l.year = f.year and l.part = any(f.parts)
    join delivery d on d.id = l.delivery_id
    where f.year = :year
      and %s
      %s
    """
        .formatted(ReachedFiles.SQL, rest);
  }
}
