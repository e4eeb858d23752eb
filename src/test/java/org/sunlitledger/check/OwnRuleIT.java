package org.sunlitledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.rule.CaseRun;
import org.sunlitledger.check.rule.Check;
import org.sunlitledger.check.rule.Checks;
import org.sunlitledger.check.rule.RuleCase;
import org.sunlitledger.register.DefinitionTables;
import org.sunlitledger.testing.Office;

/** A county's own rule that compares lines: it works, or the file is named. */
class OwnRuleIT {
  private static final String SAME_TITLE =
      """
      -- register: disclosed_item
      -- field: title
      -- severity: warning
      -- stage: total
      -- alike: [title, published_on]
      -- title:
      --   zh: 同日同题
      --   en: The same title on one day
      -- expects:
      --   zh: 一日一题
      --   en: one a day
      -- mend:
      --   zh: 核对
      --   en: check
      select c.delivery_id, c.line, c.title as found, '' || o.line as expected
      from alike a
      join candidate_disclosed_item c on c.delivery_id = a.delivery_id and c.line = a.line
      join alike b on b.digest = a.digest and (b.delivery_id, b.line) < (a.delivery_id, a.line)
      join standing_disclosed_item o
        on o.delivery_id = b.delivery_id
        and o.line = b.line
        and o.title = c.title
        and o.published_on = c.published_on
      """;

  private static final String LONG_TITLE =
      """
      -- register: disclosed_item
      -- field: title
      -- severity: warning
      -- found: char_length(title)
      -- expected: 1
      -- title:
      --   zh: 标题过长
      --   en: A long title
      char_length(title) > 1 -- in characters
      """;

  private final Path folder;

  OwnRuleIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void findsLinesThatAgreeInItsColumns() throws IOException {
    try (Office office = with(SAME_TITLE)) {
      assertThat(night(office)).isEmpty();
      assertThat(office.findings()).singleElement().asString().contains("same-title", "公示");
    }
  }

  @Test
  void isRefusedByItsPlaceWhenItNamesWhatIsNotThere() {
    assertThatThrownBy(() -> with(SAME_TITLE.replace("alike: [title,", "alike: [titel,")).close())
        .rootCause()
        .hasMessage("sql/checks/same-title.sql: alike: disclosed_item has no column 'titel'");
    assertThatThrownBy(
            () -> with(SAME_TITLE.replace("register: disclosed_item", "register: item")).close())
        .rootCause()
        .hasMessage("sql/checks/same-title.sql: register: there is no register 'item'");
    assertThatThrownBy(() -> with(SAME_TITLE.replace("field: title", "field: titel")).close())
        .rootCause()
        .hasMessage("sql/checks/same-title.sql: field: disclosed_item has no field 'titel'");
    assertThatThrownBy(() -> with(SAME_TITLE.replace("stage:", "stge:")).close())
        .rootCause()
        .hasMessageStartingWith("sql/checks/same-title.sql: unknown key 'stge'");
    assertThatThrownBy(
            () -> with(SAME_TITLE.replace("stage: total", "stage: total\n-- waits: item")).close())
        .rootCause()
        .hasMessage("sql/checks/same-title.sql: waits: there is no register 'item'");
    assertThatThrownBy(() -> with(SAME_TITLE.replace("en: one a day", "en: '{expectd}'")).close())
        .rootCause()
        .hasMessage(
            "sql/checks/same-title.sql → expects: '{expectd}' is replaced by nothing;"
                + " only {expected} is, and in 'expects' alone");
    assertThatThrownBy(() -> with(SAME_TITLE.replace("en: check", "en: '{expected}'")).close())
        .rootCause()
        .hasMessageStartingWith("sql/checks/same-title.sql → mend: '{expected}' is replaced");
  }

  @Test
  void failsTheNightByItsPlaceWhenTheServerCannotRunIt() throws IOException {
    try (Office office = with(SAME_TITLE.replace("o.title = c.title", "o.titel = c.title"))) {
      assertThat(night(office))
          .isEqualTo("sql/checks/same-title.sql: column o.titel does not exist");
    }
    try (Office office = with(SAME_TITLE.replace("'' || o.line", "1 / (o.line - o.line)"))) {
      assertThat(night(office)).isEqualTo("sql/checks/same-title.sql: division by zero");
    }
  }

  @Test
  void onALineByItselfIsNamedAmongTheOthersOfItsRegister() throws IOException {
    try (Office office = with(LONG_TITLE)) {
      assertThat(night(office)).isEmpty();
      assertThat(office.findings()).hasSize(3).allMatch(said -> said.contains("same-title"));
    }
    Files.writeString(folder.resolve("own/sql/checks/other.sql"), LONG_TITLE);
    try (Office office = with(LONG_TITLE.replace("char_length(title) > 1", "titel is null"))) {
      assertThat(night(office))
          .isEqualTo("sql/checks/same-title.sql: column \"titel\" does not exist");
    }
    try (Office office = with(LONG_TITLE.replace("expected: 1", "expected: 1 / (line - line)"))) {
      assertThat(night(office)).isEqualTo("sql/checks/same-title.sql: division by zero");
    }
  }

  @Test
  void isRefusedWhenItsStageIsThatOfTheOtherKind() {
    assertThatThrownBy(() -> with(SAME_TITLE.replace("stage: total", "stage: line")).close())
        .rootCause()
        .hasMessageStartingWith(
            "sql/checks/same-title.sql: a rule of the stage line is a condition on a line");
    assertThatThrownBy(
            () -> with(LONG_TITLE.replace("-- found:", "-- stage: total\n-- found:")).close())
        .rootCause()
        .hasMessageStartingWith("sql/checks/same-title.sql: a rule of this stage is a query");
    assertThatThrownBy(
            () -> with(SAME_TITLE.replace("stage: total", "stage: total\n-- found: 1")).close())
        .rootCause()
        .hasMessage("sql/checks/same-title.sql: 'found' is a column of the query, and no key");
    assertThatThrownBy(
            () -> with(LONG_TITLE.replace("-- found:", "-- titles: [title]\n-- found:")).close())
        .rootCause()
        .hasMessageStartingWith("sql/checks/same-title.sql: titles: disclosed_item has no column");
  }

  @Test
  void namesTheParametersItReads() throws IOException {
    String limited =
        SAME_TITLE + "join parameter p on p.name = 'yulu_amount' and o.line < p.value\n";
    assertThat(failure(limited))
        .isEqualTo(
            "sql/checks/same-title.sql: reads the table parameter: say which, as '-- parameters: [NAME]'");
    assertThat(failure("-- parameters: [yulu_amont]\n" + limited))
        .isEqualTo(
            "sql/checks/same-title.sql: parameters: there is no 'yulu_amont' in jobs/parameters");
    assertThat(failure("-- parameters: [microloan_limit]\n" + limited))
        .isEqualTo(
            "sql/checks/same-title.sql: parameters: the query does not name 'microloan_limit'");
    assertThat(failure("-- parameters: [yulu_amount]\n" + limited)).isEmpty();
  }

  @Test
  void itsCasesAreProvedInItsFolder() throws IOException {
    Path cases = Files.createDirectories(folder.resolve("own/sql/checks"));
    cases = cases.resolve("same-title.cases.yaml");
    try (Office office = with(LONG_TITLE)) {
      Files.writeString(
          cases,
          "cases: [{passes: [{title: a}], fails: [{title: abc, reported: {found: 3, expected: 1}}]}]");
      for (RuleCase one : own(office)) {
        new CaseRun(office).prove(one);
      }
      Files.writeString(cases, "cases: [{passes: [{title: abc}], fails: [{title: ab}]}]");
      RuleCase wrong = own(office).get(0);
      assertThatThrownBy(() -> new CaseRun(office).prove(wrong))
          .hasMessageContaining("lines that same-title reports")
          .hasMessageContaining("passes[1]");
      Files.writeString(
          cases, "cases: [{passes: [{title: a}], fails: [{title: ab, reported: {found: 3}}]}]");
      RuleCase otherwise = own(office).get(0);
      assertThatThrownBy(() -> new CaseRun(office).prove(otherwise))
          .hasMessageContaining("fails[1]");
      Files.writeString(cases, "cases: [{passes: [{titel: a}], fails: [{}]}]");
      RuleCase misspelt = own(office).get(0);
      assertThatThrownBy(() -> new CaseRun(office).prove(misspelt))
          .hasMessageEndingWith("passes[1]: disclosed_item has no column 'titel'");
      Files.writeString(cases, "cases: [{passes: [{title: a}]}]");
      assertThatThrownBy(() -> own(office))
          .hasMessageEndingWith("same-title.cases.yaml: no case has a line that fails");
    }
  }

  @Test
  void theCasesOfTheDocumentedRuleHold() throws IOException {
    List<String> rule = blocks("add-a-rule.md");
    write("jobs/registers/training.yaml", blocks("add-a-register.md").get(0));
    write("sql/checks/same-title.sql", rule.get(0));
    write("jobs/parameters/training.yaml", rule.get(1));
    write("sql/checks/same-title.cases.yaml", rule.get(2));
    try (Office office = with(rule.get(0))) {
      office.the(DefinitionTables.class).refresh();
      assertThat(own(office)).hasSize(2).allSatisfy(new CaseRun(office)::prove);
    }
  }

  private static List<String> blocks(String page) throws IOException {
    return Pattern.compile("```(?:yaml|sql)\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("docs", page)))
        .results()
        .map(found -> found.group(1).stripIndent())
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("own").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private List<RuleCase> own(Office office) {
    Check check =
        office.the(Checks.class).all().stream()
            .filter(one -> one.id().equals("same-title"))
            .findFirst()
            .orElseThrow();
    return RuleCase.of(check, List.of(folder.resolve("own")));
  }

  private String failure(String rule) throws IOException {
    try (Office office = with(rule)) {
      return night(office);
    }
  }

  private Office with(String rule) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own/sql/checks"));
    Files.writeString(own.resolve("same-title.sql"), rule);
    return Office.in(folder, Map.of("sunlit.definitions", folder.resolve("own").toString()));
  }

  private static String night(Office office) {
    office.deliver(
        "item-2020.csv",
        "信息编号,信息标题,公开栏目,公开渠道,公开日期",
        "XX-1,公示,扶贫开发,政府网站,2020-05-01",
        "XX-2,公示,扶贫开发,政府网站,2020-05-01",
        "XX-3,公示,扶贫开发,政府网站,2020-05-02");
    return String.join("\n", office.night(2020).failures());
  }
}
