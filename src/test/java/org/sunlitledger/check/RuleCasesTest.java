package org.sunlitledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlitledger.database.Definitions;
import org.sunlitledger.register.DefinitionTables;
import org.sunlitledger.register.Registers;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.json.JsonMapper;

/** Every rule of sql/checks and of the registers finds the rows that break it, and no others. */
class RuleCasesTest {
  private static final RuleCases CASES = RuleCases.read();
  private static final Map<String, Check> CHECKS = checks();
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
    office.the(DefinitionTables.class).refresh();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void empty() {
    office.sql().sql("alter table open_item disable trigger open_item_kept").update();
    office.sql().sql("truncate delivery cascade").update();
  }

  @Test
  void everyRuleHasRowsThatPassAndRowsThatFail() {
    assertThat(CASES.cases().keySet()).containsExactlyInAnyOrderElementsOf(CHECKS.keySet());
    for (String rule : CHECKS.keySet()) {
      assertThat(CASES.rows(rule, "passes")).as(rule).isNotEmpty();
      assertThat(CASES.rows(rule, "fails")).as(rule).isNotEmpty();
    }
  }

  @Test
  void everyRuleSpeaksBothLanguages() {
    for (Rules.Rule rule :
        Stream.of(true, false).flatMap(c -> office.the(Rules.class).all(c).stream()).toList()) {
      assertThat(rule.title()).as(rule.id()).isNotBlank();
      assertThat(rule.expects()).as(rule.id()).isNotBlank();
      assertThat(rule.mend()).as(rule.id()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsTheRowsThatFail(String rule) {
    Check check = RuleCases.of(CHECKS, rule);
    Map<String, Map<Integer, List<Map<String, Object>>>> given = new LinkedHashMap<>();
    for (Map<String, Object> row : given(rule)) {
      given
          .computeIfAbsent(String.valueOf(row.get("register")), r -> new LinkedHashMap<>())
          .computeIfAbsent((int) row.getOrDefault("year", CASES.year(rule)), y -> new ArrayList<>())
          .add(row);
    }
    given.forEach(
        (register, years) ->
            years.forEach((year, rows) -> deliver(register, year, "live", rows, 1000)));
    List<Map<String, Object>> fails = CASES.rows(rule, "fails");
    List<Map<String, Object>> rows = new ArrayList<>(CASES.rows(rule, "passes"));
    boolean onlyOneFinding = rule.equals("request-carried-count");
    if (onlyOneFinding) {
      rows.clear();
    }
    rows.addAll(fails);
    long delivery = deliver(check.register(), CASES.year(rule), "loaded", rows, 1);

    office.the(Checks.class).run();

    List<Integer> found =
        office
            .sql()
            .sql("select line from finding where delivery_id = ? and rule = ? order by line")
            .params(delivery, rule)
            .query(Integer.class)
            .list();
    List<Integer> expected = new ArrayList<>();
    for (int line = rows.size() - fails.size() + 1; line <= rows.size(); line++) {
      expected.add(line);
    }
    assertThat(found).isEqualTo(expected);
  }

  static Stream<String> rules() {
    return CHECKS.keySet().stream();
  }

  /** The rows given, and a roll of numbered households where a case asks for one. */
  private static List<Map<String, Object>> given(String rule) {
    List<Map<String, Object>> given = new ArrayList<>(CASES.rows(rule, "given"));
    int households = (int) RuleCases.of(CASES.cases(), rule).getOrDefault("households", 0);
    for (int i = 1; i <= households; i++) {
      given.add(Map.of("register", "household", "household_no", "A" + i));
    }
    return given;
  }

  private static long deliver(
      String register, int year, String status, List<Map<String, Object>> rows, int firstLine) {
    long delivery =
        office
            .sql()
            .sql(
                """
                insert into delivery
                  (register, year, name, original, office, sha256, bytes, status, path, received_at,
                    lines_read)
                values (?, ?, ?, '', '', gen_random_uuid()::text, 1, ?, '', now(), ?)
                returning id
                """)
            .params(register, year, register + ".csv", status, rows.size())
            .query(Long.class)
            .single();
    int line = firstLine;
    for (Map<String, Object> row : rows) {
      Map<String, Object> filled = CASES.filled(register, row, line);
      filled.put("delivery_id", delivery);
      filled.put("line", line++);
      filled.put("verdict", "a");
      office
          .sql()
          .sql(
              "insert into %1$s select * from jsonb_populate_record(null::%1$s, ?::jsonb)"
                  .formatted(register))
          .param(JsonMapper.builder().build().writeValueAsString(filled))
          .update();
    }
    return delivery;
  }

  private static Map<String, Check> checks() {
    Map<String, Check> checks = new LinkedHashMap<>();
    Definitions definitions = new Definitions(Optional.empty());
    Check.all(definitions, new Registers(definitions))
        .forEach(check -> checks.put(check.id(), check));
    return checks;
  }
}
