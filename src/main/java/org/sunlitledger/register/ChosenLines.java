package org.sunlitledger.register;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.definition.SqlName;

/**
 * Temporary views of a session that show a register's lines in chosen deliveries. The views list
 * the deliveries by number and contain the year as a constant, because only then does the planner
 * estimate the small part of a large table correctly. The numbers are made by the database and
 * never come from a file.
 */
@Component
public final class ChosenLines {
  private final JdbcClient jdbc;

  public ChosenLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The lines of deliveries as queries, one for each year.
   *
   * @param register name of the register
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

  /** A condition that lists deliveries; the list may be empty. */
  public static String among(List<Long> deliveries) {
    return deliveries.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "= any ('{", "}'::bigint[])"));
  }

  /** Creates a temporary view of queries. It hides the shared view with the same name. */
  public void show(String view, List<String> queries) {
    jdbc.sql(
            "create temporary view %s as\n%s"
                .formatted(SqlName.checked(view), String.join("union all\n", queries)))
        .update();
  }

  /** Drops the temporary view, so that the shared view is visible again. */
  public void hide(String view) {
    jdbc.sql("drop view pg_temp.%s".formatted(SqlName.checked(view))).update();
  }
}
