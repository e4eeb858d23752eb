package org.sunlitledger.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** A database that another version of the program has made is refused in one sentence. */
class ServerCheckTest {
  private static final String EARLIER =
      "数据库由本程序的早期版本建立，无法沿用：请另建空库，重新导入文件 / this database was made by an earlier version of the"
          + " program and cannot be used; create an empty database and import the files again";
  private static final String LATER =
      "数据库由本程序的更新版本建立，未作任何改动：请改用该版本，或恢复升级前的备份 / this database was made by a later version of the"
          + " program, and nothing was changed; use that version, or restore the backup from before the upgrade";

  private final Path folder;

  ServerCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aDatabaseThatBeginsWithAnotherFirstMigrationIsOfAnEarlierVersion() {
    try (Office office = Office.in(folder)) {
      change(office, "update flyway_schema_history set checksum = 1 where version = '001'");
      assertRejected(office, EARLIER);
    }
  }

  @Test
  void theLongerSetOfAnEarlierVersionIsRejectedWithoutAChange() {
    try (Office office = Office.in(folder)) {
      change(office, "update flyway_schema_history set checksum = checksum + 1");
      apply(office, "028");
      long before = migrations(office);
      assertRejected(office, EARLIER);
      assertThat(migrations(office)).isEqualTo(before);
    }
  }

  @Test
  void aHistoryWithoutTheFirstMigrationIsNotOurs() {
    try (Office office = Office.in(folder)) {
      change(office, "update flyway_schema_history set version = '0.1' where version = '001'");
      assertRejected(office, EARLIER);
    }
  }

  @Test
  void aMigrationThatIsNotKnownYetIsOfALaterVersion() {
    try (Office office = Office.in(folder)) {
      apply(office, "120");
      assertRejected(office, LATER);
    }
  }

  @Test
  void theLaterVersionIsNamedIfItHasWrittenThatDown() {
    try (Office office = Office.in(folder)) {
      apply(office, "120");
      change(
          office,
          "insert into schema_change (at, to_version, program) values (now(), 120, 'Sunlit Ledger 7')");
      assertThatThrownBy(() -> office.again(Map.of()).close())
          .rootCause()
          .hasMessageContaining("by a later version of the program, Sunlit Ledger 7, and");
    }
  }

  @Test
  void theSchemaOfAnEarlierVersionIsLeftToTheUpgrade() {
    try (Office office = Office.in(folder)) {
      change(
          office,
          "delete from flyway_schema_history where version = (select max(version) from flyway_schema_history)");
      long before = migrations(office);
      assertThatThrownBy(() -> office.again(Map.of()).close())
          .rootCause()
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("an upgrade of the database is due, and nothing was changed")
          .hasMessageContaining("./sunlit upgrade");
      assertThat(migrations(office)).isEqualTo(before);
    }
  }

  @Test
  void anEmptyDatabaseGetsItsTablesWithTheirRightsAndHistory() {
    try (Office office = Office.in(folder)) {
      change(office, "drop schema public cascade");
      change(office, "create schema public");
      office.again(Map.of()).close();
      assertThat(
              office
                  .sql()
                  .sql(
                      """
                      select concat_ws(' ', from_version, program, backup,
                        to_version = (select max(version)::integer from flyway_schema_history),
                        has_table_privilege('sunlit_work', 'delivery', 'insert'),
                        has_table_privilege('sunlit_work', 'schema_change', 'select'),
                        has_table_privilege('sunlit_work', 'schema_change', 'insert'))
                      from schema_change
                      """)
                  .query(String.class)
                  .list())
          .containsExactly(ProgramVersion.NAME + " t t t f");
    }
  }

  @Test
  void aCountysOwnMigrationsAreNotCompared() {
    try (Office office = Office.in(folder)) {
      apply(office, "900");
      apply(office, "1000.1");
      office.again(Map.of()).close();
    }
  }

  private static void assertRejected(Office office, String sentence) {
    assertThatThrownBy(() -> office.again(Map.of()).close()).rootCause().hasMessage(sentence);
  }

  private static void apply(Office office, String version) {
    change(
        office,
        """
        insert into flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by,
            execution_time, success)
        select max(installed_rank) + 1, '%1$s', 'more', 'SQL', 'V%1$s__more.sql', 1, 'sunlit', 1, true
        from flyway_schema_history
        """
            .formatted(version));
  }

  private static void change(Office office, String statement) {
    assertThat(office.sql().sql(statement).update()).isNotNegative();
  }

  private static long migrations(Office office) {
    return office
        .sql()
        .sql("select count(*) from flyway_schema_history")
        .query(Long.class)
        .single();
  }
}
