package org.sunlitledger.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlitledger.close.store.RecordsInFiles;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.register.DefinitionTables;
import org.sunlitledger.register.Registers;
import org.sunlitledger.testing.Office;

/**
 * Every rule reports the lines that its cases say, and no others: the rules of the project, and
 * with {@code -Dsunlit.definitions=FOLDER} those of a county's folder over them.
 */
class RuleCasesTest {
  private static final Optional<Path> OWN =
      Optional.ofNullable(System.getProperty("sunlit.definitions")).map(Path::of);
  private static final List<Path> FOLDERS =
      Stream.concat(OWN.stream(), Stream.of(Path.of(""))).toList();
  private static final List<Check> CHECKS = checks();
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office =
        Office.in(
            folder,
            OWN.<Map<String, Object>>map(own -> Map.of("sunlit.definitions", own.toString()))
                .orElse(Map.of()));
    office.the(DefinitionTables.class).refresh();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLinesThatFailAreReported(RuleCase one) {
    new CaseRun(office).prove(one);
  }

  @ParameterizedTest
  @MethodSource("casesOfEarlierYears")
  void theyAreReportedTooWhereEarlierRecordsAreInFiles(RuleCase one) {
    new CaseRun(office).proveFromFiles(one);
  }

  @Test
  void aRuleThatFindsEarlierLinesByTheirColumnsHasACaseWithOne() {
    for (Check check : CHECKS) {
      for (String register : check.lookBack().keySet()) {
        assertThat(RuleCase.of(check, FOLDERS))
            .as("cases of %s with a line of an earlier year of %s", check.id(), register)
            .anyMatch(one -> one.earlier().contains(register));
      }
    }
  }

  @Test
  void noCasesAreOfARuleThatIsNotThere() throws IOException {
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder.resolve("sql/checks"))) {
        try (Stream<Path> files = Files.list(folder.resolve("sql/checks"))) {
          assertThat(files.map(file -> file.getFileName().toString()))
              .filteredOn(name -> name.endsWith(".cases.yaml"))
              .allMatch(
                  name ->
                      CHECKS.stream().anyMatch(check -> name.equals(check.id() + ".cases.yaml")));
        }
      }
    }
  }

  @Test
  void aRuleWithoutCasesIsNamedWithWhatIsToBeDone(@TempDir Path empty) {
    assertThatThrownBy(() -> RuleCase.of(CHECKS.get(0), List.of(empty)))
        .hasMessage(
            "sql/checks/%s.cases.yaml: is missing: write lines that pass the rule and lines that"
                    .formatted(CHECKS.get(0).id())
                + " fail, as docs/add-a-rule.md shows");
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

  static Stream<RuleCase> cases() {
    return CHECKS.stream().flatMap(check -> RuleCase.of(check, FOLDERS).stream());
  }

  static Stream<RuleCase> casesOfEarlierYears() {
    return cases()
        .filter(one -> one.earlier().stream().anyMatch(RecordsInFiles.movable(office)::contains));
  }

  private static List<Check> checks() {
    Definitions definitions = new Definitions(OWN);
    return Check.all(definitions, new Registers(definitions));
  }
}
