package org.sunlitledger.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.testing.Office;

/** A mistake in a county's own registers, codes or parameters is rejected with its place. */
class OwnRegisterTest {
  private static final String AID = "jobs/registers/aid.yaml";
  private static final String LOANS = "jobs/registers/microloan.yaml";
  private static final String CODES = "jobs/codes/case_kind.yaml";
  private static final String PARAMETERS = "jobs/parameters/own.yaml";

  private final Path folder;

  OwnRegisterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void registersAreRefusedByTheirFile() throws IOException {
    assertThat(refused(AID, packaged(AID).replace("\namount: amount", "\namount: village")))
        .isEqualTo(AID + ": 'amount' must name a field of type number with unit 元: village");
    assertThat(refused(AID, packaged(AID).replace("date: received_on", "date: village")))
        .isEqualTo(AID + ": 'date' must name a field of type date: village");
    assertThat(
            refused(
                AID, packaged(AID).replace("- like: amount\n", "- like: amount\n    unit: '个'\n")))
        .isEqualTo(AID + ": 'amount' must name a field of type number with unit 元: amount");
    assertThat(refused(AID, packaged(AID).replace("- like: village", "- like: township")))
        .isEqualTo(AID + ": two fields are called 'township'");
    assertThat(refused(AID, packaged(AID).replace("- like: village", "- like: hamlet")))
        .startsWith(AID + " → fields[6]: no field of jobs/fields is called 'hamlet'; there are [");
    assertThat(refused(AID, packaged(AID).replace("required: true", "required: 是")))
        .isEqualTo(AID + " → fields[1] → constraints: 'required' must be true or false, found '是'");
    assertThat(refused(AID, packaged(AID).replace("name: aid", "name: help")))
        .isEqualTo(AID + ": the name must be the file's name");
    assertThat(refused(AID, packaged(AID).replace("fields:", "field:"))).startsWith(AID + ": ");
    assertThat(refused(AID, packaged(AID).replace("\nfields:", "\nincidental: [account]\nfields:")))
        .isEqualTo(AID + ": 'incidental' names no field: account");
  }

  @Test
  void aFieldHasAKnownTypeAndAColumnOfItsOwn() throws IOException {
    assertThat(refused(AID, packaged(AID).replace("type: date", "type: datum")))
        .endsWith(": unknown type 'datum'; known are [string, integer, number, date, boolean]");
    assertThat(refused(LOANS, loans("    example: JK", "    format: idnumber\n    example: JK")))
        .isEqualTo(
            LOANS
                + " → fields[1]: unknown format 'idnumber'; known are [id-number, bank-account, "
                + "credit-code, document-number, person-name, payee, village]");
    assertThat(refused(LOANS, loans("name: contract_no", "column: line\n    name: contract_no")))
        .isEqualTo(
            LOANS + ": every register has a column 'line' already; give the field another name");
  }

  @Test
  void aTitleLeadsToOneField() throws IOException {
    assertThat(refused(LOANS, loans("aliases: [发放日期", "aliases: [合同号, 发放日期")))
        .isEqualTo(
            LOANS
                + ": '合同号' is a title or an alias of two fields, contract_no and issued_on;"
                + " a column can be one of them alone");
  }

  @Test
  void foreignKeysReferToWhatIsThere() throws IOException {
    String place = LOANS + " → foreignKeys[1]: ";
    assertThat(refused(LOANS, loans("resource: household", "resource: family")))
        .isEqualTo(place + "there is no register 'family'");
    assertThat(refused(LOANS, loans("fields: [household_no]}}", "fields: [number]}}")))
        .isEqualTo(place + "household has no field 'number'");
    assertThat(refused(LOANS, loans("fields: [household_no]}}", "fields: [persons]}}")))
        .isEqualTo(place + "'household_no' and 'persons' of household are of different types");
    assertThat(refused(LOANS, loans("fields: [household_no], ref", "fields: [number], ref")))
        .isEqualTo(place + "'fields' names no field: number");
    assertThat(refused(LOANS, loans("fields: [household_no], ref", "fields: [name], ref")))
        .isEqualTo(place + "'fields' names a field that cannot be looked up in a register: name");
    assertThat(refused(LOANS, loans("fields: [household_no], ref", "ref")))
        .isEqualTo(
            place + "a foreign key needs as many 'fields' as its 'reference' has, at least one");
    assertThat(refused(LOANS, loans("reference: {resource", "reference: {register")))
        .startsWith(LOANS + " → foreignKeys[1] → reference: unknown key 'register'; known are [");
  }

  @Test
  void ordersAreOfTwoDates() throws IOException {
    String place = LOANS + " → dateOrders[1]: ";
    assertThat(refused(LOANS, loans("[issued_on, due_on]", "[issued_on, rate]")))
        .isEqualTo(place + "'fields' must name fields of type date: rate");
    assertThat(refused(LOANS, loans("[issued_on, due_on]", "[issued_on, paid_on]")))
        .isEqualTo(place + "'fields' names no field: paid_on");
    assertThat(refused(LOANS, loans("[issued_on, due_on]", "[due_on]")))
        .isEqualTo(place + "'fields' must name two dates, the earlier one first");
    assertThat(refused(LOANS, loans("sameDay: false", "sameDay: no way")))
        .isEqualTo(place + "'sameDay' must be true or false, found 'no way'");
    assertThat(refused(LOANS, loans("rule: microloan-due-before-issue", "rule: Due Date")))
        .isEqualTo(place + "'rule' is lower-case letters, digits and -, found 'Due Date'");
  }

  @Test
  void aRoleIsThatOfOneFieldOfItsKind() throws IOException {
    assertThat(refused(LOANS, loans("- like: village", "- like: village\n    role: hamlet")))
        .isEqualTo(
            LOANS
                + " → fields[3]: 'role' is one of [township, source, household, person], found 'hamlet'");
    assertThat(refused(LOANS, loans("- like: village", "- like: village\n    role: township")))
        .isEqualTo(
            LOANS + " → fields[3]: the role township needs a field with the codes of township");
    assertThat(refused(LOANS, loans("- like: name", "- like: name\n    role: person")))
        .isEqualTo(LOANS + " → fields[5]: the role person needs an id-number");
    assertThat(refused(LOANS, loans("    type: date", "    type: date\n    role: household")))
        .isEqualTo(LOANS + " → fields[8]: the role household needs a string without codes");
    assertThat(refused(LOANS, loans("    example: JK", "    role: household\n    example: JK")))
        .isEqualTo(LOANS + ": several fields have the role household: [contract_no, household_no]");
    assertThat(refused(AID, packaged(AID).replace("source: society", "source: heaven")))
        .isEqualTo(AID + ": 'source': funding_source has no code 'heaven'");
    assertThat(
            refused(
                AID, packaged(AID).replace("- like: village", "- like: village\n  - like: source")))
        .isEqualTo(AID + ": 'source' is for registers that have no field with the role source");
  }

  private static String loans(String text, String other) {
    String packaged = packaged(LOANS);
    assertThat(packaged).contains(text);
    return packaged.replace(text, other);
  }

  @Test
  void aPatternHasAnExampleThatPeopleAreShown() throws IOException {
    assertThat(refused(AID, packaged(AID).replace("    example: SJ2020-001\n", "")))
        .isEqualTo(
            AID
                + " → fields[1]: 'pattern' and 'example' belong together:"
                + " people are shown the example");
    assertThat(refused(AID, packaged(AID).replace("example: SJ2020-001", "example: 收据一")))
        .isEqualTo(AID + " → fields[1]: the example '收据一' does not fit the pattern");
    try (Office office = Office.in(folder)) {
      office.deliver("item-2020.csv", "信息编号,信息标题,公开栏目,公开渠道,公开日期", "第一号,公示,扶贫开发,政府网站,2020-05-01");
      office.night(2020);
      assertThat(office.the(Findings.class).list(Optional.empty(), Optional.empty(), true))
          .singleElement()
          .extracting(Findings.FindingText::found, Findings.FindingText::expected)
          .containsExactly("第一号", "如 XX2020-001");
    }
  }

  @Test
  void codesAndParametersHoldOnceAYear() throws IOException {
    assertThat(
            refused(
                CODES,
                """
                name: case_kind
                title: 案件类型
                codes:
                  - {code: a, title: 甲, description: A, to: 2020}
                  - {code: a, title: 甲, description: A, from: 2020}
                """))
        .isEqualTo(CODES + " → codes[2]: 'a' is defined twice, for the same years");
    assertThat(
            refused(
                "jobs/codes/second.yaml",
                "{name: case_kind, title: 案件类型, codes: [{code: a, title: 甲, description: A}]}"))
        .isEqualTo("jobs/codes/second.yaml: 'case_kind' is defined twice, for the same years");
    assertThat(refused(CODES, fitting("nothing: [a]")))
        .isEqualTo(CODES + " → codes[1]: 'fits': there is no code list nothing in jobs/codes");
    assertThat(refused(CODES, fitting("case_outcome: [a]")))
        .isEqualTo(CODES + " → codes[1]: 'fits': case_outcome has no code 'a' in these years");
    assertThat(refused(CODES, fitting("project_category: [governance]")))
        .isEqualTo(
            CODES
                + " → codes[1]: 'fits': project_category has no code 'governance' in these years");
    assertThat(refused(PARAMETERS, parameter("{value: 1, from: 2021, to: 2020}")))
        .isEqualTo(
            PARAMETERS + " → parameters[1] → values[1]: there are no years from 2021 to 2020");
    assertThat(refused(PARAMETERS, parameter("{value: 1, to: 2020}, {value: 2}")))
        .isEqualTo(
            PARAMETERS
                + " → parameters[1] → values[2]: 'own_limit' is defined twice, for the same years");
    assertThat(refused(PARAMETERS, parameter("{from: 2020}")))
        .isEqualTo(PARAMETERS + " → parameters[1] → values[1]: 'value' is missing");
  }

  private String refused(String name, String text) throws IOException {
    Path file = write(name, text);
    Throwable[] problem = new Throwable[1];
    assertThatThrownBy(() -> new Registers(new Definitions(Optional.of(folder.resolve("own")))))
        .satisfies(thrown -> problem[0] = thrown);
    Files.delete(file);
    return String.valueOf(problem[0].getMessage());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve("own").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private static String fitting(String fits) {
    return """
    name: case_kind
    title: 案件类型
    codes:
      - {code: a, title: 甲, description: A, to: 2020, fits: {%s}}
    """
        .formatted(fits);
  }

  private static String packaged(String name) {
    return new Definitions(Optional.empty()).text(name);
  }

  private static String parameter(String values) {
    return "parameters: [{name: own_limit, title: 上限, values: [%s]}]".formatted(values);
  }
}
