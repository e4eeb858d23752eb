package org.sunlitledger.rollup;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;

/** A year is the merge of its live deliveries' roll-ups: sums add, keys are united. */
@Component
public final class YearMerge {
  /** Codes as texts, months as numbers: 2 before 10. */
  static final Comparator<BreakdownPart> IN_ORDER =
      Comparator.comparing((BreakdownPart part) -> part.name().length())
          .thenComparing(BreakdownPart::name);

  private final JdbcClient jdbc;

  public YearMerge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The total of a measure.
   *
   * @param amount the sum, or the number of distinct keys
   * @param lines how many lines are behind a sum
   */
  public record MergedTotal(BigDecimal amount, long lines) {
    public static final MergedTotal NONE = new MergedTotal(BigDecimal.ZERO, 0);

    private static MergedTotal of(CodeSet set) {
      return new MergedTotal(BigDecimal.valueOf(set.size()), set.lines());
    }
  }

  /** A distinct key with its label and what was summed under it. */
  public record Member(String key, String label, long amount) {}

  /** One cell of a breakdown: a township, source or month; empty where a line has none. */
  public record BreakdownPart(String name, MergedTotal total) {}

  /** The registers that have a live delivery for a year: a nil return counts, silence does not. */
  public Set<String> delivered(int year) {
    return jdbc.sql("select distinct register from delivery where status = 'live' and year = :year")
        .param("year", year)
        .query(String.class)
        .set();
  }

  /** Every measure that has any line, by id. */
  public Map<String, MergedTotal> totals(int year, Measure.Span span, List<Measure> measures) {
    String[] wanted = ids(span, measures);
    Map<String, MergedTotal> totals = new HashMap<>();
    jdbc.sql(
            """
            select measure, sum(amount) as amount, sum(lines) as lines
            from rollup_cell
            where dimension = 'all'
              and measure = any(:measures)
              and year between :first and :year
            group by measure
            """)
        .param("measures", wanted)
        .param("first", span.firstYear(year))
        .param("year", year)
        .query(
            row -> {
              totals.put(row.getString(1), new MergedTotal(row.getBigDecimal(2), row.getLong(3)));
            });
    sets(wanted, Dimension.ALL, span.firstYear(year), year, "measure")
        .forEach((measure, set) -> totals.put(measure, MergedTotal.of(set)));
    return totals;
  }

  /** How many lines are behind each measure that adds up or counts, by its id. */
  public Map<String, Long> lines(int year, Measure.Span span, List<Measure> measures) {
    Map<String, Long> lines = new HashMap<>();
    jdbc.sql(
            """
            select measure, sum(lines)
            from (
              select measure, year, dimension, lines
              from rollup_cell
              union all
              select measure, year, dimension, lines
              from rollup_set
            ) as counted
            where dimension = 'all'
              and measure = any(:measures)
              and year between :first and :year
            group by measure
            """)
        .param("measures", ids(span, measures))
        .param("first", span.firstYear(year))
        .param("year", year)
        .query(
            row -> {
              lines.put(row.getString(1), row.getLong(2));
            });
    return lines;
  }

  private static String[] ids(Measure.Span span, List<Measure> measures) {
    return measures.stream()
        .filter(measure -> measure.span() == span)
        .map(Measure::id)
        .toArray(String[]::new);
  }

  /**
   * The distinct keys that two measures have in common, each counted over its own years; its lines
   * are those of the population.
   */
  public MergedTotal common(Measure counted, Measure population, int year) {
    return commonParts(Dimension.ALL, counted, population, year).stream()
        .map(BreakdownPart::total)
        .findFirst()
        .orElse(MergedTotal.NONE);
  }

  /** The same broken down, as the lines of the population are. */
  public List<BreakdownPart> commonBy(
      Dimension dimension, Measure counted, Measure population, int year) {
    return commonParts(dimension.column(), counted, population, year);
  }

  private List<BreakdownPart> commonParts(
      String dimension, Measure counted, Measure population, int year) {
    CodeSet all =
        sets(Dimension.ALL, counted, year, "measure").values().stream()
            .findFirst()
            .orElseGet(CodeSet::new);
    return sets(dimension, population, year, "part").entrySet().stream()
        .map(set -> new BreakdownPart(set.getKey(), MergedTotal.of(set.getValue().retain(all))))
        .sorted(IN_ORDER)
        .toList();
  }

  private Map<String, CodeSet> sets(String dimension, Measure measure, int year, String by) {
    return sets(new String[] {measure.id()}, dimension, measure.span().firstYear(year), year, by);
  }

  /** United sets of a dimension's cells, by measure or by part. */
  private Map<String, CodeSet> sets(
      String[] measures, String dimension, int first, int last, String by) {
    Map<String, CodeSet> sets = new TreeMap<>();
    jdbc.sql(
            """
            select %s, codes, lines
            from rollup_set
            where dimension = :dimension
              and measure = any(:measures)
              and year between :first and :last
            """
                .formatted(SqlName.checked(by)))
        .param("dimension", dimension)
        .param("measures", measures)
        .param("first", first)
        .param("last", last)
        .query(
            row -> {
              sets.computeIfAbsent(row.getString(1), none -> new CodeSet())
                  .unite(row.getBytes(2), row.getLong(3));
            });
    return sets;
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
            having bool_or(counted)
            order by member
            """)
        .param("measure", measure.id())
        .param("year", year)
        .param("first", measure.span().firstYear(year))
        .query((row, number) -> new Member(row.getString(1), row.getString(2), row.getLong(3)))
        .list();
  }

  /** A measure broken down; sums add up to the total, distinct counts need not. */
  public List<BreakdownPart> by(Dimension dimension, Measure measure, int year) {
    int first = measure.span().firstYear(year);
    if (measure.isDistinct()) {
      return sets(dimension.column(), measure, year, "part").entrySet().stream()
          .map(set -> new BreakdownPart(set.getKey(), MergedTotal.of(set.getValue())))
          .sorted(IN_ORDER)
          .toList();
    }
    String query =
        measure.isList()
            ? """
            select %1$s::text, count(distinct member), count(*)
            from rollup_member
            where measure = :measure
              and counted
              and year between :first and :year
            group by %1$s
            """
                .formatted(dimension.column())
            : """
            select part, sum(amount), sum(lines)
            from rollup_cell
            where measure = :measure
              and dimension = '%s'
              and year between :first and :year
            group by part
            """
                .formatted(dimension.column());
    return jdbc
        .sql(query)
        .param("measure", measure.id())
        .param("year", year)
        .param("first", first)
        .query(
            (row, number) ->
                new BreakdownPart(
                    row.getString(1), new MergedTotal(row.getBigDecimal(2), row.getLong(3))))
        .list()
        .stream()
        .sorted(IN_ORDER)
        .toList();
  }
}
