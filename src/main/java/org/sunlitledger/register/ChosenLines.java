package org.sunlitledger.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;

/**
 * Views of a session's own that show a register's lines in chosen deliveries. The deliveries are
 * named by their numbers, and their year is a constant: only so does the planner see how small a
 * part of a large table is meant. The numbers are the database's own, never out of a file.
 */
@Component
public final class ChosenLines {
  private final JdbcClient jdbc;

  public ChosenLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The lines of deliveries as queries, one a year.
   *
   * @param register its name
   * @param condition on a line {@code r}
   * @param deliveries by year
   */
  public static List<String> selects(
      String register, String condition, Map<Integer, List<Long>> deliveries) {
    return deliveries.entrySet().stream()
        .map(
            year ->
                """
                select r.*, %d::smallint as year
                from %s r
                where %s
                  and r.delivery_id %s
                """
                    .formatted(
                        year.getKey(),
                        SqlName.checked(register),
                        condition,
                        among(year.getValue())))
        .toList();
  }

  /** A condition that names deliveries, none of them perhaps. */
  public static String among(List<Long> deliveries) {
    return deliveries.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "= any ('{", "}'::bigint[])"));
  }

  /** Makes such a view of queries; it goes before one of that name which all sessions share. */
  public void show(String view, List<String> queries) {
    jdbc.sql(
            "create temporary view %s as\n%s"
                .formatted(SqlName.checked(view), String.join("union all\n", queries)))
        .update();
  }

  /** Takes the view away; the one that all share shows again. */
  public void hide(String view) {
    jdbc.sql("drop view pg_temp.%s".formatted(SqlName.checked(view))).update();
  }
}
