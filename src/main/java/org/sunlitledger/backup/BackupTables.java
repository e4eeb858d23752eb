package org.sunlitledger.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sunlitledger.backup.Manifest.AppliedMigration;
import org.sunlitledger.backup.Manifest.SequenceValue;
import org.sunlitledger.backup.Manifest.TableRows;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.FormerRegister;

/**
 * The database at one moment: a transaction that sees nothing of what others commit after its first
 * query. Other sessions go on working; only changes of tables themselves wait for its end.
 */
final class BackupTables implements AutoCloseable {
  private static final String HISTORY = "flyway_schema_history";

  private final Connection session;
  private final JdbcClient sql;

  BackupTables(Connection session) throws SQLException {
    this.session = session;
    this.sql = JdbcClient.create(new SingleConnectionDataSource(session, true));
    session.setReadOnly(true);
    session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    session.setAutoCommit(false);
    String names =
        tables().stream().map(t -> SqlName.checked(t.name())).collect(Collectors.joining(", "));
    session.commit();
    // a table that is emptied or altered after the first query would not be as it was then
    sql.sql("lock table %s in access share mode".formatted(names)).update();
  }

  /** The tables and their columns, without numbers of rows. */
  private List<TableRows> tables() {
    return sql.sql(
            """
            select c.relname, array_agg(a.attname order by a.attnum)
            from pg_class c
            join pg_attribute a
              on a.attrelid = c.oid
              and a.attnum > 0
              and not a.attisdropped
              and a.attgenerated = ''
            where c.relnamespace = 'public'::regnamespace
              and c.relkind = 'r'
              and c.relname <> :history
            group by c.relname
            order by c.relname
            """)
        .param("history", HISTORY)
        .query(
            (row, number) ->
                new TableRows(row.getString(1), List.of((String[]) row.getArray(2).getArray()), 0))
        .list();
  }

  String keyMark() {
    return sql.sql("select mark from hash_key").query(String.class).single();
  }

  List<AppliedMigration> migrations() {
    return sql.sql(
            """
            select version, script, checksum
            from flyway_schema_history
            where success
              and version is not null
            order by installed_rank
            """)
        .query(AppliedMigration.class)
        .list();
  }

  List<FormerRegister> registers() {
    return FormerRegister.all(sql);
  }

  /** Paths of files below a folder that are imported, or being imported, and not moved yet. */
  List<String> unmoved(String root) {
    return sql.sql(
            """
            select distinct path
            from delivery
            where archived_as is null
              and starts_with(path, :root)
            order by path
            """)
        .param("root", root + "/")
        .query(String.class)
        .list();
  }

  /** Writes all rows, and returns how many there are in each table. */
  List<TableRows> copyTo(CopiedFiles files) throws IOException, SQLException {
    List<TableRows> written = new ArrayList<>();
    for (TableRows table : tables()) {
      long[] rows = new long[1];
      files.add(
          Place.TABLES,
          file(table),
          out -> {
            try (GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16)) {
              rows[0] =
                  session
                      .unwrap(PGConnection.class)
                      .getCopyAPI()
                      .copyOut(copy(table) + " to stdout", packed);
            }
          });
      written.add(new TableRows(table.name(), table.columns(), rows[0]));
    }
    return written;
  }

  /** The name of the file with the rows of a table. */
  static String file(TableRows table) {
    return table.name() + ".copy.gz";
  }

  /** The beginning of a statement that copies a table. */
  static String copy(TableRows table) {
    return "copy %s (%s)"
        .formatted(
            SqlName.checked(table.name()),
            table.columns().stream().map(SqlName::checked).collect(Collectors.joining(", ")));
  }

  /** Sequences do not wait for transactions: these numbers are at least those of the rows. */
  List<SequenceValue> sequences() {
    return sql.sql(
            """
            select sequencename as name, last_value as last
            from pg_sequences
            where schemaname = 'public'
              and last_value is not null
            order by sequencename
            """)
        .query(SequenceValue.class)
        .list();
  }

  @Override
  public void close() throws SQLException {
    session.rollback();
  }
}
