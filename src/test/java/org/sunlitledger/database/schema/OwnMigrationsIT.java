package org.sunlitledger.database.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.testing.Office;

/** The program defines its own schema, and a county's tables are added to it. */
class OwnMigrationsIT {
  private final Path folder;
  private final Path own;

  OwnMigrationsIT(@TempDir Path folder) {
    this.folder = folder;
    this.own = folder.resolve("own [1] (copy)");
  }

  @Test
  void aFolderWithACopyOfAllDefinitionsWorksAndItsSchemaIsNotUsed() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("jobs"), own.resolve("jobs"));
    FileSystemUtils.copyRecursively(Path.of("sql"), own.resolve("sql"));
    write("V001__batch.sql", "create table changed (id bigint);");
    write("afterMigrateApplied.sql", "drop table delivery cascade;");
    write("._V002__delivery.sql", "no SQL at all");
    write("notes.txt", "no SQL at all");
    write("V900__plot.sql", "create table plot (id bigint);");
    write("more/V1000.1__field.sql", "create table field (id bigint);");
    try (Office office = office()) {
      office.deliver("item-2020.csv", "信息编号,信息标题,公开栏目,公开渠道,公开日期", "XX-1,公示,扶贫开发,政府网站,2020-05-01");
      assertThat(office.night(2020).failures()).isEmpty();
      assertThat(count(office, "select count(*) from disclosed_item")).isOne();
      assertThat(
              count(
                  office,
                  "select count(*) from pg_tables where tablename in ('plot', 'field', 'changed')"))
          .isEqualTo(2);
      // the next start recognises its own migrations
      try (Office again = office.again(definitions())) {
        assertThat(again.night(2020).failures()).isEmpty();
      }
    }
  }

  @Test
  void aMigrationOfNobodyIsRefusedByItsPlace() throws IOException {
    for (String name :
        new String[] {
          "V127__mine.sql", "V0900__mine.sql", "beforeMigrate.sql", "R__mine.sql", "V900_mine.sql"
        }) {
      Path file = write(name, "select 1;");
      assertThatThrownBy(() -> office().close())
          .rootCause()
          .hasMessage(
              "sql/schema/%s: is no migration of this program; a county's own are numbered from V900 on, as V900__training.sql",
              name);
      Files.delete(file);
    }
  }

  private Path write(String name, String sql) throws IOException {
    Path file = own.resolve("sql/schema").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, sql);
  }

  private Map<String, Object> definitions() {
    return Map.of("sunlit.definitions", own.toString());
  }

  private Office office() {
    return Office.in(folder, definitions());
  }

  private static long count(Office office, String query) {
    return office.sql().sql(query).query(Long.class).single();
  }
}
