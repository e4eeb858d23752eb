package org.sunlitledger.rollup;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The lines of files behind a measure, from the same definition as its value. */
@Component
public final class Lines {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  public Lines(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
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
      String label) {}

  /** Hands over every line, in the order of files and lines; rows are streamed, not held. */
  public void of(Measure measure, int year, Consumer<SubjectLine> each) {
    of(measure, Optional.empty(), year, each);
  }

  /**
   * The same, but of lines whose key a population counts as well.
   *
   * @param population a distinct count of the same things
   */
  public void of(
      Measure measure, Optional<Measure> population, int year, Consumer<SubjectLine> each) {
    // the driver streams rows only within a transaction
    transaction.executeWithoutResult(status -> stream(measure, population, year, each));
  }

  /**
   * Whether one line of a delivery is among them.
   *
   * @param population only if its key is one that this counts as well
   */
  public boolean has(
      Measure measure, Optional<Measure> population, int year, long delivery, int line) {
    MeasureSql sql = new MeasureSql(measure, population, year);
    return jdbc.sql(
            """
            select exists (
              select
              from (select s.* %s) s
              where s.delivery_id = :delivery
                and s.line = :line
                and s.year between :first and :year
            )
            """
                .formatted(sql.lines()))
        .params(sql.parameters())
        .param("delivery", delivery)
        .param("line", line)
        .param("first", measure.span().firstYear(year))
        .param("year", year)
        .query(Boolean.class)
        .single();
  }

  private void stream(
      Measure measure, Optional<Measure> population, int year, Consumer<SubjectLine> each) {
    MeasureSql sql = new MeasureSql(measure, population, year);
    try (var lines =
        jdbc
            .sql(
                """
                select s.delivery_id, d.register, d.name, s.line, s.year, s.township, s.source,
                  s.month, %s, %s, %s
                from (select s.* %s and s.year <= :year
                  and s.year >= :first) s
                join delivery d on d.id = s.delivery_id
                order by s.year, d.name, s.delivery_id, s.line
                """
                    .formatted(sql.amount(), sql.key(), sql.label(), sql.lines()))
            .params(sql.parameters())
            .param("year", year)
            .param("first", measure.span().firstYear(year))
            .withFetchSize(10_000)
            .query(
                (row, number) ->
                    new SubjectLine(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getBigDecimal(9),
                        text(row.getString(10)),
                        text(row.getString(11))))
            .stream()) {
      lines.forEach(each);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
