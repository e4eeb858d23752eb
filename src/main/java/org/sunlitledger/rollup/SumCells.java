package org.sunlitledger.rollup;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.SqlName;

/**
 * The sums and counts of a subject. Its lines are read once and reduced to what the measures
 * distinguish; the cells of each measure then come from the few rows that are left.
 */
@Component
final class SumCells {
  private final JdbcClient jdbc;

  SumCells(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes the cells; part of the caller's transaction. */
  void make(Subject subject, List<Measure> measures, List<Long> deliveries) {
    fold(subject, measures, anyUndone(deliveries));
    prove(subject, deliveries);
    measures.forEach(this::cells);
    jdbc.sql("drop table folded").update();
  }

  private boolean anyUndone(List<Long> deliveries) {
    return jdbc.sql("select exists (select from uncounted_line where delivery_id = any(:ids))")
        .param("ids", deliveries.toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }

  private void fold(Subject subject, List<Measure> measures, boolean undone) {
    // the planner, who cannot know how few rows are left, would spare the other processor
    jdbc.sql("set local parallel_tuple_cost = 0.01").update();
    List<String> filters =
        measures.stream().flatMap(m -> m.where().keySet().stream()).distinct().sorted().toList();
    List<String> amounts =
        Stream.concat(Stream.of("amount"), measures.stream().map(Measure::amount))
            .distinct()
            .sorted()
            .toList();
    TreeSet<String> groups = new TreeSet<>(List.of("delivery_id", "year"));
    groups.addAll(filters);
    for (Dimension dimension : Dimension.values()) {
      groups.add(dimension.column());
    }
    String by =
        groups.stream()
            .map(SqlName::checked)
            .map(name -> "s." + name)
            .collect(Collectors.joining(", "));
    String sums =
        amounts.stream()
            .map(SqlName::plain)
            .map("sum(s.\"%1$s\") as \"sum of %1$s\""::formatted)
            .collect(Collectors.joining(", "));
    jdbc.sql(
            """
            create temporary table folded on commit drop as
            select %1$s, %2$s, count(*) as lines, %4$s as counted
            from (
            %3$s
            ) s
            %5$s
            group by %1$s
            """
                .formatted(
                    by,
                    sums,
                    subject.sql(),
                    undone ? "count(*) filter (where u.line is null)" : "count(*)",
                    undone
                        ? "left join uncounted_line u on u.delivery_id = s.delivery_id"
                            + " and u.line = s.line"
                        : ""))
        .update();
  }

  /**
   * A subject shows each accepted line once, with its amount and in its year: no join may lose or
   * repeat one.
   */
  private void prove(Subject subject, List<Long> deliveries) {
    List<String> wrong =
        jdbc.sql(
                """
                select d.name
                from delivery d
                left join (
                  select delivery_id, year, sum(lines) as lines, sum("sum of amount") as amount
                  from folded
                  group by delivery_id, year
                ) s on s.delivery_id = d.id and s.year = d.year
                where d.id = any(:deliveries)
                  and d.register = any(:registers)
                  and (coalesce(s.lines, 0) <> d.lines_accepted
                    or coalesce(s.amount, 0) <> d.fen_accepted)
                """)
            .param("deliveries", deliveries.toArray(Long[]::new))
            .param("registers", subject.registers().toArray(String[]::new))
            .query(String.class)
            .list();
    if (!wrong.isEmpty()) {
      throw new DefinitionException(
          subject.file().path(), "loses, repeats or changes accepted lines of " + wrong);
    }
  }

  private void cells(Measure measure) {
    MeasureSql sql = new MeasureSql(measure);
    boolean counts = measure.kind() instanceof Measure.Count;
    String amount =
        counts
            ? "sum(s.counted)"
            : "coalesce(sum(s.\"sum of %s\"), 0)".formatted(SqlName.plain(measure.amount()));
    jdbc.sql(
            """
            insert into rollup_cell
              (delivery_id, measure, year, dimension, part, amount, lines)
            select
              s.delivery_id,
              :measure,
              s.year,
              case grouping(s.township, s.source, s.month)
                when 7 then 'all' when 3 then 'township' when 5 then 'source' else 'month'
              end,
              coalesce(s.township, s.source, s.month::text, ''),
              %s,
              sum(s.%s)
            from folded s
            where %s
            group by grouping sets (
              (s.delivery_id, s.year),
              (s.delivery_id, s.year, s.township),
              (s.delivery_id, s.year, s.source),
              (s.delivery_id, s.year, s.month))
            """
                .formatted(
                    amount,
                    counts ? "counted" : "lines",
                    sql.condition() + (counts ? " and s.counted > 0" : "")))
        .param("measure", measure.id())
        .params(sql.parameters())
        .update();
  }
}
