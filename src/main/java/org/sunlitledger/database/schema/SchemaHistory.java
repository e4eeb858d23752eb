package org.sunlitledger.database.schema;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Detects a database of another version of the program and rejects it. */
final class SchemaHistory {
  /** Earlier sets of migrations begin with another text. With the same text, the set is longer. */
  private static final MigrationVersion FIRST_VERSION = MigrationVersion.fromVersion("1");

  private static final String EARLIER_PROGRAM_MESSAGE =
      "数据库由本程序的早期版本建立，无法沿用：请另建空库，重新导入文件 / this database was made by an earlier version of"
          + " the program and cannot be used; create an empty database and import the files again";
  private static final String LATER_PROGRAM_MESSAGE =
      "数据库由本程序的更新版本建立：请改用该版本 / this database was made by a later version of the program; use"
          + " that version";

  private SchemaHistory() {}

  /**
   * Compares the applied migrations with the current ones. A county's own migrations are not
   * compared.
   *
   * @throws IllegalStateException when another version made the database; nothing has changed
   */
  static void check(Flyway flyway) {
    List<MigrationInfo> applied =
        Arrays.stream(flyway.info().applied())
            .filter(migration -> migration.getVersion() != null)
            .filter(migration -> !OwnMigrations.isOwn(migration.getVersion()))
            .toList();
    if (!applied.isEmpty() && applied.stream().noneMatch(SchemaHistory::isFirstOfToday)) {
      throw new IllegalStateException(EARLIER_PROGRAM_MESSAGE);
    }
    if (!applied.stream().allMatch(migration -> migration.getState().isResolved())) {
      throw new IllegalStateException(LATER_PROGRAM_MESSAGE);
    }
  }

  private static boolean isFirstOfToday(MigrationInfo migration) {
    return FIRST_VERSION.equals(migration.getVersion()) && migration.isChecksumMatching();
  }
}
