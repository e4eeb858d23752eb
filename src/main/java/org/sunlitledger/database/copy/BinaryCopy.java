package org.sunlitledger.database.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.sunlitledger.definition.SqlName;

/**
 * Writes rows by {@code COPY … (format binary)} in the current transaction. The rows are committed
 * together with the transaction's other writes, or not at all.
 */
public final class BinaryCopy {
  /** Classes of SQLSTATE that mean a wrong value and not a server fault: data, constraints. */
  private static final Set<String> VALUE_SQLSTATE_CLASSES = Set.of("22", "23", "54");

  private BinaryCopy() {}

  /**
   * The database rejects a value. The database's own message is omitted, because it may quote the
   * value.
   */
  public static final class ValueRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private ValueRefused(String table, SQLException problem) {
      super("a value is refused by %s: %s".formatted(table, problem.getSQLState()));
    }
  }

  /** Copies rows while they are produced. */
  public static void into(
      DataSource dataSource, String table, List<String> columns, Consumer<BinaryRows> rows) {
    copy(
        dataSource,
        table,
        columns,
        blocks -> {
          BinaryRows target = new BinaryRows(columns.size(), blocks);
          rows.accept(target);
          target.finish();
        });
  }

  /** Copies rows that were produced before. They can be copied once. */
  public static void into(DataSource dataSource, HeldRows rows) {
    copy(
        dataSource,
        rows.table(),
        rows.columns(),
        blocks -> rows.finished().forEach(block -> blocks.take(block, block.length)));
  }

  private static void copy(
      DataSource dataSource,
      String table,
      List<String> columns,
      Consumer<BinaryRows.Blocks> source) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    String names = columns.stream().map(SqlName::checked).collect(Collectors.joining(", "));
    try {
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy %s (%s) from stdin (format binary)"
                      .formatted(SqlName.checked(table), names));
      try {
        source.accept((bytes, length) -> send(copy, table, bytes, length));
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException problem) {
      throw failed(table, problem);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static void send(CopyIn copy, String table, byte[] bytes, int length) {
    try {
      copy.writeToCopy(bytes, 0, length);
    } catch (SQLException problem) {
      throw failed(table, problem);
    }
  }

  private static IllegalStateException failed(String table, SQLException problem) {
    String state = Objects.requireNonNullElse(problem.getSQLState(), "");
    if (VALUE_SQLSTATE_CLASSES.contains(state.substring(0, Math.min(2, state.length())))) {
      return new ValueRefused(table, problem);
    }
    return new IllegalStateException(
        "rows could not be written to " + table + ": " + problem.getMessage(), problem);
  }
}
