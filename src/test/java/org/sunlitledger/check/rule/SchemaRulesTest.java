package org.sunlitledger.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.register.Registers;
import org.sunlitledger.testing.Office;

/** A register's foreign keys and orders of dates are rules, without a query or a line of Java. */
class SchemaRulesTest {
  private static final String TRAINING =
      """
      name: training
      title: 培训台账
      description: Trainings
      primaryKey: [training_no]
      foreignKeys:
        - fields: [cadre, household_no]
          reference: {resource: cadre_pairing, fields: [id_number, household_no]}
          notLater: true
      dateOrders:
        - {fields: [begun_on, ended_on], sameDay: false}
      fields:
        - {name: training_no, title: 培训编号, description: Number, type: string, constraints: {required: true}}
        - {like: id_number, name: cadre, title: 讲师身份证号, description: Teacher, column: cadre_key}
        - {like: household_no}
        - {name: begun_on, title: 培训开始日期, description: First day, type: date}
        - {name: ended_on, title: 培训结束日期, description: Last day, type: date}
      """;

  private final Path folder;

  SchemaRulesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aRegisterOfACountyHasItsRules() throws IOException {
    write("jobs/registers/training.yaml", TRAINING);
    try (Office office =
        Office.in(folder, Map.of("sunlit.definitions", folder.resolve("own").toString()))) {
      assertThat(rule(office, true, "training-ended-on-before-begun-on"))
          .extracting(Rules.Rule::title, Rules.Rule::expects, Rules.Rule::mend)
          .containsExactly("培训结束日期不晚于培训开始日期", "晚于 {expected}", "核对培训开始日期和培训结束日期");
      assertThat(rule(office, false, "training-cadre-pairing-unknown"))
          .extracting(Rules.Rule::title, Rules.Rule::severity)
          .containsExactly(
              "Teacher: not found in the register “Cadres paired with households”", "error");
      office
          .deliver(
              "户2020.csv",
              "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
              "HH000001,王小明,640502197001010018,香山乡,三眼井村,3,建档立卡户")
          .deliver(
              "结对2020.csv", "帮扶干部姓名,帮扶干部身份证号,所在单位,户编号,乡镇", "张小明,640502198001010012,某局,HH000001,香山乡")
          .deliver(
              "培训2020.csv",
              "培训编号,讲师身份证号,户编号,培训开始日期,培训结束日期",
              "甲,640502198001010012,HH000001,2020-05-01,2020-05-02",
              "乙,640502198001010012,HH000002,2020-05-01,",
              "丙,640502198001010012,HH000001,2020-05-01,2020-05-01",
              "丁,640502197001010018,HH000001,,2020-05-01")
          .night(2020);
      assertThat(
              office.the(Findings.class).list(Optional.empty(), Optional.empty(), false).stream()
                  .map(
                      told ->
                          List.of(
                              told.line(),
                              told.column(),
                              told.found(),
                              told.expected(),
                              told.rule())))
          .containsExactly(
              List.of(
                  3,
                  "讲师身份证号",
                  "HH000002",
                  "a value that is in the register “Cadres paired with households”",
                  "training-cadre-pairing-unknown"),
              List.of(
                  4,
                  "培训结束日期",
                  "2020-05-01",
                  "later than 2020-05-01",
                  "training-ended-on-before-begun-on"),
              List.of(
                  5,
                  "讲师身份证号",
                  "HH000001",
                  "a value that is in the register “Cadres paired with households”",
                  "training-cadre-pairing-unknown"));
    }
  }

  @Test
  void anIdIsThatOfOneRule() throws IOException {
    write(
        "sql/checks/microloan-due-before-issue.sql",
        """
        -- register: microloan
        -- severity: error
        -- title: {zh: 甲, en: A}
        contract_no = ''
        """);
    Definitions definitions = new Definitions(Optional.of(folder.resolve("own")));
    assertThatThrownBy(() -> Check.all(definitions, new Registers(definitions)))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "jobs/registers/microloan.yaml: the rule 'microloan-due-before-issue' is also in"
                + " sql/checks/microloan-due-before-issue.sql");
  }

  private static Rules.Rule rule(Office office, boolean chinese, String id) {
    return Objects.requireNonNull(office.the(Rules.class).byId(chinese).get(id), id);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("own").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
