package org.sunlitledger.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A year is the merge of its live deliveries' roll-ups: sums add, keys are united. */
@Component
public final class YearMerge {
  private final JdbcClient jdbc;

  public YearMerge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a measure came to.
   *
   * @param amount the sum, or the number of distinct keys
   * @param lines how many lines are behind a sum
   */
  public record Total(long amount, long lines) {
    public static final Total NONE = new Total(0, 0);
  }

  /** A distinct key with its label and what was summed under it. */
  public record Member(String key, String label, long amount) {}

  /** One cell of a breakdown: a township, source or month; empty where a line has none. */
  public record Part(String name, Total total) {}

  /** The registers that have a live delivery for a year: a nil return counts, silence does not. */
  public Set<String> delivered(int year) {
    return jdbc
        .sql("select distinct register from delivery where status = 'live' and year = :year")
        .param("year", year)
        .query(String.class)
        .stream()
        .collect(Collectors.toSet());
  }

  /** Every measure that has any line, by id. */
  public Map<String, Total> totals(int year, Measure.Span span) {
    Map<String, Total> totals = new HashMap<>();
    jdbc.sql(
            """
            select measure, sum(amount) as amount, sum(lines) as lines
            from rollup_cell
            where year <= :year
              and year >= :first
            group by measure
            union all
            select measure, count(distinct member), count(*)
            from rollup_member
            where year <= :year
              and year >= :first
            group by measure
            """)
        .param("year", year)
        .param("first", first(year, span))
        .query(
            row -> {
              totals.put(row.getString(1), new Total(row.getLong(2), row.getLong(3)));
            });
    return totals;
  }

  /** The distinct keys of a measure. */
  public List<Member> members(Measure measure, int year) {
    return jdbc.sql(
            """
            select member, min(label) as label, sum(amount) as amount
            from rollup_member
            where measure = :measure
              and year <= :year
              and year >= :first
            group by member
            order by member
            """)
        .param("measure", measure.id())
        .param("year", year)
        .param("first", first(year, measure.span()))
        .query((row, number) -> new Member(row.getString(1), row.getString(2), row.getLong(3)))
        .list();
  }

  /** A measure broken down; sums add up to the total, distinct counts need not. */
  public List<Part> by(Dimension dimension, Measure measure, int year) {
    String table = measure.countsKeys() ? "rollup_member" : "rollup_cell";
    String amount = measure.countsKeys() ? "count(distinct member)" : "sum(amount)";
    String lines = measure.countsKeys() ? "count(*)" : "sum(lines)";
    return jdbc.sql(
            """
            select %1$s::text, %2$s, %3$s
            from %4$s
            where measure = :measure
              and year <= :year
              and year >= :first
            group by %1$s
            order by %1$s
            """
                .formatted(dimension.column(), amount, lines, table))
        .param("measure", measure.id())
        .param("year", year)
        .param("first", first(year, measure.span()))
        .query(
            (row, number) -> new Part(row.getString(1), new Total(row.getLong(2), row.getLong(3))))
        .list();
  }

  private static int first(int year, Measure.Span span) {
    return span == Measure.Span.YEAR ? year : 0;
  }
}
