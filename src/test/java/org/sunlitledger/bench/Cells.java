package org.sunlitledger.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The roll-up that all four contenders make, as {@code figure/breakdown/part → value}. */
final class Cells {
  /** For a table with the columns of the register; runs on PostgreSQL and on DuckDB alike. */
  private static final String SQL =
      """
      select figure, breakdown, part, value from (
      select 'F27' as figure, %1$s, sum(fen) as value from %2$s where kind = '驾驶员培训' group by %3$s
      union all
      select 'F32', %1$s, sum(fen) from %2$s where kind = '产业奖补' group by %3$s
      union all
      select 'F15', %1$s, sum(fen) from %2$s group by %3$s
      union all
      select 'F26', %1$s, count(distinct id_number) from %2$s where kind = '驾驶员培训' group by %3$s
      union all
      select 'F31', %1$s, count(distinct household_no) from %2$s where kind = '产业奖补' group by %3$s
      ) cells
      """;

  private static final String PART =
      """
      case grouping(township, source, extract(month from paid_on))
        when 7 then 'all' when 3 then 'township' when 5 then 'source' else 'month' end as breakdown,
      coalesce(township, source, cast(extract(month from paid_on) as text), '') as part
      """;
  private static final String SETS =
      "grouping sets ((), (township), (source), (extract(month from paid_on)))";

  private Cells() {}

  static Map<String, Long> of(Connection connection, String table) throws SQLException {
    Map<String, Long> cells = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL.formatted(PART, table, SETS))) {
      while (rows.next()) {
        cells.put(
            rows.getString(1) + "/" + rows.getString(2) + "/" + rows.getString(3), rows.getLong(4));
      }
    }
    return cells;
  }
}
