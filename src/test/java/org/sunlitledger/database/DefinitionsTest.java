package org.sunlitledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions are found, replaced file by file, and complained of by place. */
class DefinitionsTest {

  @Test
  void aFolderReplacesAndAddsFileByFile(@TempDir Path folder) throws IOException {
    Definitions packaged = new Definitions(Optional.empty());
    Path codes = Files.createDirectories(folder.resolve("jobs/codes"));
    Files.writeString(codes.resolve("township.yaml"), "mine");
    Files.writeString(codes.resolve("another.yaml"), "more");
    Files.createDirectories(folder.resolve("jobs/reports/half-year"));
    Files.writeString(folder.resolve("jobs/reports/half-year/report.yaml"), "x");
    Definitions own = new Definitions(Optional.of(folder));

    assertThat(own.text("jobs/codes/township.yaml")).isEqualTo("mine");
    assertThat(own.text("jobs/codes/case_kind.yaml"))
        .isEqualTo(packaged.text("jobs/codes/case_kind.yaml"));
    assertThat(own.list("jobs/codes", ".yaml"))
        .hasSize(packaged.list("jobs/codes", ".yaml").size() + 1)
        .contains("jobs/codes/another.yaml")
        .isSorted();
    assertThat(own.folders("jobs/reports", "report.yaml"))
        .contains("jobs/reports/annual-2019", "jobs/reports/half-year");
    assertThatThrownBy(() -> own.text("jobs/none.yaml")).hasMessage("jobs/none.yaml: not found");
  }

  @Test
  void sqlFilesSayWhatIsMissingAndWhere() {
    SqlFile file = SqlFile.parse("sql/checks/a.sql", "-- id: a\n-- about: one\n--   two\nselect 1");
    assertThat(file.header("about")).contains("one two");
    assertThat(file.sql()).isEqualTo("select 1");
    assertThatThrownBy(() -> file.required("severity"))
        .hasMessage("sql/checks/a.sql: header '-- severity:' is missing");
    assertThatThrownBy(() -> SqlFile.parse("b.sql", "-- id: b\n--nonsense\nselect 1"))
        .hasMessage("b.sql, line 2: expected '-- key: value', found: --nonsense");
    assertThatThrownBy(() -> SqlFile.parse("b.sql", "-- id: b\n"))
        .hasMessage("b.sql: there is no statement below the header");
  }

  @Test
  void yamlComplaintsNameTheFile() {
    assertThatThrownBy(() -> yaml("a: 1\na: 2"))
        .hasMessageContaining("x.yaml")
        .hasMessageContaining("duplicate");
    assertThatThrownBy(() -> yaml("- 1")).hasMessageContaining("x.yaml: expected keys with values");
    assertThatThrownBy(() -> yaml("a: [").text("a")).hasMessageContaining("x.yaml");
    assertThatThrownBy(() -> yaml("b: 1").text("a")).hasMessage("x.yaml: 'a' is missing");
    assertThatThrownBy(() -> yaml("b: 1").allow(Set.of("a")))
        .hasMessage("x.yaml: unknown key 'b'; known are [a]");
    assertThatThrownBy(() -> yaml("a: !!java.net.URL [http://x]"))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void namesThatAreNotPlainNeverReachSql() {
    assertThat(SqlName.of("subsidy")).isEqualTo("\"subsidy\"");
    for (String name : new String[] {"", "a b", "a;drop", "a\"", "Ä", "1a"}) {
      assertThatThrownBy(() -> SqlName.of(name)).as(name).isInstanceOf(RuntimeException.class);
    }
  }

  private static YamlNode yaml(String text) {
    return YamlNode.read("x.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
