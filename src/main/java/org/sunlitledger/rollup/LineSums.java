package org.sunlitledger.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.rollup.LineTotals.FileShare;
import org.sunlitledger.rollup.YearMerge.BreakdownPart;
import org.sunlitledger.rollup.YearMerge.Member;
import org.sunlitledger.rollup.YearMerge.MergedTotal;
import org.sunlitledger.storage.StoredLines;

/**
 * Adds up lines themselves, without roll-ups, from the same definition. A million lines take
 * seconds.
 */
@Component
public final class LineSums {
  private static final String ALL = "1111";

  private final JdbcClient jdbc;
  private final StoredLines stored;

  LineSums(JdbcClient jdbc, StoredLines stored) {
    this.jdbc = jdbc;
    this.stored = stored;
  }

  /** The total of the lines under a filter. */
  public MergedTotal total(LineSet set, LineFilter filter) {
    return set.read(stored, () -> sum(set, filter));
  }

  private MergedTotal sum(LineSet set, LineFilter filter) {
    LineSetSql sql = new LineSetSql(set, filter);
    return jdbc.sql("select %s %s".formatted(values(set, sql), sql.lines()))
        .params(sql.parameters())
        .query((row, number) -> total(row))
        .single();
  }

  /** The total and every breakdown, in one pass over the lines. */
  public LineTotals of(LineSet set) {
    return set.read(stored, () -> sums(set));
  }

  private LineTotals sums(LineSet set) {
    LineSetSql sql = new LineSetSql(set, LineFilter.ALL);
    MergedTotal[] all = {MergedTotal.NONE};
    Map<Dimension, List<BreakdownPart>> by = new EnumMap<>(Dimension.class);
    List<FileShare> files = new ArrayList<>();
    jdbc.sql(
            """
            select g.*, d.register, d.name
            from (
              select
                grouping(s.township, s.source, s.month, s.delivery_id)::bit(4)::text as by,
                coalesce(s.township, s.source, s.month::text, '') as part,
                s.delivery_id,
                min(s.line) as first,
                max(s.line) as last,
                %s
              %s
              group by grouping sets ((), (s.township), (s.source), (s.month), (s.delivery_id))
            ) g
            left join delivery d on d.id = g.delivery_id
            order by d.name, d.id
            """
                .formatted(values(set, sql), sql.lines()))
        .params(sql.parameters())
        .query(
            row -> {
              switch (row.getString("by")) {
                case ALL -> all[0] = total(row);
                case "0111" -> parts(by, Dimension.TOWNSHIP).add(part(row));
                case "1011" -> parts(by, Dimension.SOURCE).add(part(row));
                case "1101" -> parts(by, Dimension.MONTH).add(part(row));
                default -> files.add(file(row));
              }
            });
    by.values().forEach(parts -> parts.sort(YearMerge.IN_ORDER));
    return new LineTotals(all[0], by, files);
  }

  /**
   * The distinct keys of a list, in the order of the keys. What was undone puts no key on the list,
   * but its amount belongs to the key.
   */
  public List<Member> members(Measure measure, int year) {
    return LineSet.of(measure, year).read(stored, () -> keys(measure, year));
  }

  private List<Member> keys(Measure measure, int year) {
    MeasureSql sql = new MeasureSql(measure);
    return jdbc.sql(
            """
            select %1$s collate "C" as member, min(%2$s), sum(%3$s)
            %4$s
              and %1$s is not null
              and s.year between :first_year and :last_year
            group by member
            having bool_or(%5$s)
            order by member
            """
                .formatted(
                    sql.key(), sql.label(), sql.amount(), sql.allLines(), MeasureSql.IS_COUNTED))
        .params(sql.parameters())
        .param("first_year", measure.span().firstYear(year))
        .param("last_year", year)
        .query((row, number) -> new Member(row.getString(1), row.getString(2), row.getLong(3)))
        .list();
  }

  private static List<BreakdownPart> parts(
      Map<Dimension, List<BreakdownPart>> by, Dimension dimension) {
    return by.computeIfAbsent(dimension, none -> new ArrayList<>());
  }

  private static String values(LineSet set, LineSetSql sql) {
    return "%s as amount, count(*) as lines"
        .formatted(
            set.measure().countsKeys()
                ? "count(distinct %s)".formatted(sql.key())
                : "coalesce(sum(%s), 0)".formatted(sql.amount()));
  }

  private static MergedTotal total(ResultSet row) throws SQLException {
    return new MergedTotal(row.getBigDecimal("amount"), row.getLong("lines"));
  }

  private static BreakdownPart part(ResultSet row) throws SQLException {
    return new BreakdownPart(row.getString("part"), total(row));
  }

  private static FileShare file(ResultSet row) throws SQLException {
    return new FileShare(
        row.getLong("delivery_id"),
        row.getString("register"),
        row.getString("name"),
        row.getInt("first"),
        row.getInt("last"),
        total(row));
  }
}
