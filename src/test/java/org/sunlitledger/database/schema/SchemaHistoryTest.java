package org.sunlitledger.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** A database that another version of the program has made is rejected in one sentence. */
class SchemaHistoryTest {
  private static final String EARLIER =
      "数据库由本程序的早期版本建立，无法沿用：请另建空库，重新导入文件 / this database was made by an earlier version of the"
          + " program and cannot be used; create an empty database and import the files again";
  private static final String LATER =
      "数据库由本程序的更新版本建立：请改用该版本 / this database was made by a later version of the program; use that version";

  private final Path folder;

  SchemaHistoryTest(@TempDir Path folder) {
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
    assertThat(office.sql().sql(statement).update()).isPositive();
  }

  private static long migrations(Office office) {
    return office
        .sql()
        .sql("select count(*) from flyway_schema_history")
        .query(Long.class)
        .single();
  }
}
