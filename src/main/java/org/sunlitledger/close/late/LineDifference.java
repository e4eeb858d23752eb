package org.sunlitledger.close.late;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.figure.Figure;

/**
 * The lines by which two states of the table of lines differ. Lines that say the same take each
 * other out, also across files: of a corrected file only what was corrected is left.
 */
@Component
public final class LineDifference {
  static final String BEFORE = "before";
  static final String AFTER = "after";
  private static final String CONTENT = "figure, year, township, source, month, amount, key, label";

  private final JdbcClient jdbc;

  LineDifference(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a line would count now, or no longer. */
  public enum Direction {
    COME,
    GO
  }

  /**
   * One line of one file.
   *
   * @param figure the measured figure that it counts for
   * @param amount what it adds: fen, a count, or a decimal number
   * @param key what makes it distinct; empty for sums
   */
  public record ChangedLine(
      Direction direction,
      String figure,
      long delivery,
      String register,
      String file,
      int line,
      String township,
      String source,
      int month,
      BigDecimal amount,
      String key,
      String label) {}

  /**
   * Finds the differences; they are then there until the transaction ends. What says the same is
   * counted first: only where the counts differ are single lines looked at.
   */
  void prepare() {
    jdbc.sql("set local work_mem = '64MB'").update();
    jdbc.sql("analyze measured_line").update();
    jdbc.sql(
            """
            create temporary table changed_line on commit drop as
            with uneven as (
              select %1$s
              from measured_line
              group by %1$s
              having count(*) filter (where side = 'before')
                <> count(*) filter (where side = 'after')
            ), apart as (
              select %1$s, delivery_id, line, min(side) as side
              from measured_line
              join uneven using (%1$s)
              group by %1$s, delivery_id, line
              having count(*) = 1
            ), numbered as (
              select *, row_number() over (
                partition by side, %1$s order by line, delivery_id) as place
              from apart
            )
            select %1$s, place, min(side) as side, min(delivery_id) as delivery_id,
              min(line) as line
            from numbered
            group by %1$s, place
            having count(*) = 1
            """
                .formatted(CONTENT))
        .update();
    jdbc.sql("create index on changed_line (figure)").update();
  }

  /** Hands over the differences behind some figures, in the order of files and lines. */
  void of(List<Figure> leaves, Consumer<ChangedLine> each) {
    try (Stream<ChangedLine> lines =
        jdbc
            .sql(
                """
                select c.side, c.figure, c.delivery_id, d.register, d.name, c.line, c.township,
                  c.source, c.month, c.amount, c.key, c.label
                from changed_line c
                join delivery d on d.id = c.delivery_id
                where c.figure = any(:figures)
                order by c.figure, d.name, c.delivery_id, c.line
                """)
            .param("figures", leaves.stream().map(Figure::id).toArray(String[]::new))
            .withFetchSize(10_000)
            .query(
                (row, number) ->
                    new ChangedLine(
                        row.getString(1).equals(AFTER) ? Direction.COME : Direction.GO,
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9),
                        row.getBigDecimal(10),
                        row.getString(11),
                        row.getString(12)))
            .stream()) {
      lines.forEach(each);
    }
  }
}
