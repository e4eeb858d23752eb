package org.sunlitledger.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sunlitledger.backup.Manifest.Roots;
import org.sunlitledger.backup.Manifest.SequenceValue;
import org.sunlitledger.backup.Manifest.TableRows;
import org.sunlitledger.definition.SqlName;

/** Fills empty tables with the rows of a backup, all of them in one transaction of the owner. */
final class TableLoad {
  /**
   * Numbers that were given out after the backup are printed on paper and in workbooks, so they are
   * not given out again.
   */
  private static final long SKIPPED_NUMBERS = 1_000;

  private final BackupFiles backup;
  private final Connection session;
  private final JdbcClient owner;

  TableLoad(BackupFiles backup, Connection session) {
    this.backup = backup;
    this.session = session;
    this.owner = JdbcClient.create(new SingleConnectionDataSource(session, true));
  }

  /**
   * Loads everything and commits.
   *
   * @param roots where the originals are now
   */
  void run(Roots roots) throws IOException, SQLException {
    List<TableRows> tables = backup.manifest().tables();
    session.setAutoCommit(false);
    // triggers keep closed years and append-only tables as they are; keys are checked
    tables.forEach(table -> alter(table, "disable trigger user"));
    owner
        .sql(
            "truncate "
                + tables.stream()
                    .map(table -> SqlName.checked(table.name()))
                    .collect(Collectors.joining(", ")))
        .update();
    for (TableRows table : referencedFirst(tables)) {
      load(table);
    }
    backup.manifest().sequences().forEach(this::goOn);
    move(backup.manifest().roots(), roots);
    owner.sql("set constraints all immediate").update();
    tables.forEach(table -> alter(table, "enable trigger user"));
    session.commit();
    session.setAutoCommit(true);
    owner.sql("analyze").update();
  }

  private void alter(TableRows table, String how) {
    owner.sql("alter table %s %s".formatted(SqlName.checked(table.name()), how)).update();
  }

  private void load(TableRows table) throws IOException, SQLException {
    try (InputStream rows = backup.rows(table)) {
      long loaded =
          session
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(BackupTables.copy(table) + " from stdin", rows);
      if (loaded != table.rows()) {
        throw new BackupRefused("restore.rows", table.name(), table.rows(), loaded);
      }
    } catch (SQLException problem) {
      // the message may quote a value
      throw new BackupRefused("restore.table", table.name(), String.valueOf(problem.getSQLState()));
    }
  }

  /** A table comes after those that its keys refer to. */
  private List<TableRows> referencedFirst(List<TableRows> tables) {
    Map<String, Set<String>> references = new HashMap<>();
    owner
        .sql(
            """
            select f.relname, t.relname
            from pg_constraint k
            join pg_class f on f.oid = k.conrelid
            join pg_class t on t.oid = k.confrelid
            where k.contype = 'f'
              and not k.condeferrable
              and f.oid <> t.oid
              and f.relnamespace = 'public'::regnamespace
            """)
        .query(
            row -> {
              references
                  .computeIfAbsent(row.getString(1), none -> new HashSet<>())
                  .add(row.getString(2));
            });
    List<TableRows> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    while (ordered.size() < tables.size()) {
      List<TableRows> next =
          tables.stream()
              .filter(table -> !done.contains(table.name()))
              .filter(table -> done.containsAll(references.getOrDefault(table.name(), Set.of())))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables refer to each other: " + references);
      }
      next.forEach(table -> done.add(table.name()));
      ordered.addAll(next);
    }
    return ordered;
  }

  private void goOn(SequenceValue sequence) {
    owner
        .sql("select setval(cast(:name as regclass), :last)")
        .param("name", SqlName.checked(sequence.name()))
        .param("last", sequence.last() + SKIPPED_NUMBERS)
        .query(Long.class)
        .single();
  }

  /** Paths of originals that are at another place now. */
  private void move(Roots before, Roots now) {
    move("delivery", "archived_as", before.archive(), now.archive());
    move("delivery", "path", before.ledger(), now.ledger());
    move("delivery", "path", before.inbox(), now.inbox());
    move("inbox_entry", "path", before.inbox(), now.inbox());
    owner
        .sql("update inbox_entry set inbox = :now where inbox = :before")
        .param("now", now.inbox())
        .param("before", before.inbox())
        .update();
  }

  private void move(String table, String column, String before, String now) {
    if (!before.equals(now)) {
      owner
          .sql(
              "update %1$s set %2$s = :now || substr(%2$s, length(:before) + 1) where starts_with(%2$s, :before || '/')"
                  .formatted(SqlName.checked(table), SqlName.checked(column)))
          .param("now", now)
          .param("before", before)
          .update();
    }
  }
}
