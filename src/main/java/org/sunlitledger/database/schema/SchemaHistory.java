package org.sunlitledger.database.schema;

import org.flywaydb.core.Flyway;

/** Detects a database of another version of the program and rejects it. */
final class SchemaHistory {
  private static final String EARLIER_PROGRAM_MESSAGE =
      "数据库由本程序的早期版本建立，无法沿用：请另建空库，重新导入文件 / this database was made by an earlier version of"
          + " the program and cannot be used; create an empty database and import the files again";
  private static final String LATER_PROGRAM_MESSAGE =
      "数据库由本程序的更新版本建立：请改用该版本 / this database was made by a later version of the program; use"
          + " that version";

  private SchemaHistory() {}

  /**
   * Compares the applied migrations with the current ones.
   *
   * @return whether there are migrations to apply
   * @throws IllegalStateException when another version made the database; nothing has changed
   */
  static boolean isBehind(Flyway flyway) {
    return switch (SchemaState.of(flyway)) {
      case OF_EARLIER_PROGRAM -> throw new IllegalStateException(EARLIER_PROGRAM_MESSAGE);
      case OF_LATER_PROGRAM -> throw new IllegalStateException(LATER_PROGRAM_MESSAGE);
      case EMPTY, BEHIND -> true;
      case CURRENT -> false;
    };
  }
}
