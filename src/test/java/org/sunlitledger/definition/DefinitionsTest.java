package org.sunlitledger.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions are found and replaced file by file, and errors name the place. */
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
    SqlFile file =
        SqlFile.parse(
            "sql/checks/a.sql",
            "-- about: one\n--   two\n--\n-- title: {zh: 名}\n-- alike: [a, b]\nselect 1 -- one");
    assertThat(file.name()).isEqualTo("a");
    assertThat(file.header().text("about")).isEqualTo("one two");
    assertThat(file.header().texts("alike")).containsExactly("a", "b");
    assertThat(file.sql()).isEqualTo("select 1 -- one");
    assertThatThrownBy(() -> file.header().text("severity"))
        .hasMessage("sql/checks/a.sql: 'severity' is missing");
    assertThatThrownBy(() -> file.header().node("title").text("en"))
        .hasMessage("sql/checks/a.sql → title: 'en' is missing");
    assertThatThrownBy(() -> SqlFile.parse("b.sql", "-- order: 1\n--nonsense\nselect 1"))
        .hasMessage("b.sql, line 2: expected '-- ' and a line of YAML, found: --nonsense");
    assertThatThrownBy(() -> SqlFile.parse("b.sql", "-- order: 1\n-- a: b: c\nselect 1"))
        .hasMessageStartingWith("b.sql: mapping values are not allowed here")
        .hasMessageContaining("line 2, column 8");
    assertThatThrownBy(() -> file.header().allow(Set.of("about", "alike")))
        .hasMessage("sql/checks/a.sql: unknown key 'title'; known are [about, alike]");
    assertThatThrownBy(() -> SqlFile.parse("b.sql", "-- order: 1\n-- order: 2\nselect 1"))
        .hasMessageStartingWith("b.sql: ")
        .hasMessageContaining("duplicate key order");
    assertThatThrownBy(() -> SqlFile.parse("b.sql", "-- order: 1\n"))
        .hasMessage("b.sql: there is no statement below the header");
    assertThat(SqlFile.parse("b.sql", "select 1").header().keys()).isEmpty();
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
  void aFolderWithoutDefinitionsIsNone(@TempDir Path folder) throws IOException {
    for (Path none : new Path[] {folder, folder.resolve("none"), folder.resolve("file")}) {
      assertThatThrownBy(() -> new Definitions(Optional.of(none)))
          .hasMessage(none + ": is not a folder of definitions: neither jobs nor sql is in it");
    }
    Files.writeString(Files.createDirectories(folder.resolve("jobs/codes")).resolve("a.yml"), "");
    Definitions own = new Definitions(Optional.of(folder));
    assertThatThrownBy(() -> own.yaml("jobs/codes"))
        .hasMessage("jobs/codes/a.yml: the ending must be .yaml");
  }

  @Test
  void onlyUtf8IsRead() {
    byte[] gbk = "-- id: 名".getBytes(Charset.forName("GBK"));
    assertThatThrownBy(() -> Definitions.kept(Map.of("a.sql", gbk)).text("a.sql"))
        .hasMessage("a.sql: is not in UTF-8; save it in that encoding");
    assertThatThrownBy(() -> YamlNode.read("a.yaml", new ByteArrayInputStream(gbk)))
        .hasMessage("a.yaml: is not in UTF-8; save it in that encoding");
    assertThat(yaml("\ufeffa: 名").text("a")).isEqualTo("名");
    byte[] marked = "\ufeffselect 1".getBytes(StandardCharsets.UTF_8);
    assertThat(Definitions.kept(Map.of("a.sql", marked)).text("a.sql")).isEqualTo("select 1");
  }

  @Test
  void yamlValuesAreTheTextsThatStandThere() {
    YamlNode node = yaml("code: 010\nsaid: no\nrate: 4.80\nday: 2020-03-05\nnone: ~\nempty:");
    assertThat(node.text("code")).isEqualTo("010");
    assertThat(node.text("said")).isEqualTo("no");
    assertThat(node.text("rate")).isEqualTo("4.80");
    assertThat(node.text("day")).isEqualTo("2020-03-05");
    assertThat(node.has("none") || node.has("empty")).isFalse();
    assertThat(yaml("a: true").flag("a")).isTrue();
    assertThat(yaml("b: 1").flag("a")).isFalse();
    assertThatThrownBy(() -> yaml("a: 是").flag("a"))
        .hasMessage("x.yaml: 'a' must be true or false, found '是'");
  }

  @Test
  void yearsThatAreNoneAreRefused() {
    assertThat(Years.parse("x", "2019..2020")).isEqualTo(new Years(2019, 2020));
    assertThatThrownBy(() -> Years.parse("x", "2021..2020"))
        .hasMessage("x: there are no years from 2021 to 2020");
    assertThatThrownBy(() -> Years.parse("x", "99999"))
        .hasMessage("x: there are no years from 99999 to 99999");
  }

  @Test
  void namesThatAreNotPlainNeverReachSql() {
    assertThat(SqlName.checked("subsidy")).isEqualTo("\"subsidy\"");
    for (String name : new String[] {"", "a b", "a;drop", "a\"", "Ä", "1a"}) {
      assertThatThrownBy(() -> SqlName.checked(name)).as(name).isInstanceOf(RuntimeException.class);
    }
  }

  private static YamlNode yaml(String text) {
    return YamlNode.read("x.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
