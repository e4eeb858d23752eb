package org.sunlitledger.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.testing.Office;

/** The share of households that had a loan counts the households of the roll on both sides. */
class OnePopulationTest {
  private static final String ROLL = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型";
  private static final String LOANS = "借款合同号,乡镇,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途";
  private static final String REGISTERED = "建档立卡户";
  private static final String MARGINAL = "边缘户";

  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
    // 2019: a household that is on no later roll had a loan
    roll(2019, households(990, 990, REGISTERED, "香山乡"));
    loans(2019, 990, 990);
    // 2020: nine of ten; five borrowers of the year are on the roll, but not registered
    roll(
        2020,
        households(1, 5, REGISTERED, "兴仁镇"),
        households(6, 10, REGISTERED, "香山乡"),
        households(11, 15, MARGINAL, "香山乡"));
    loans(2020, 1, 9, 11, 15, 1, 1);
    // 2021: loans of the year before count; one household is no longer registered, one is new
    roll(
        2021,
        households(1, 7, REGISTERED, "兴仁镇"),
        households(8, 8, MARGINAL, "兴仁镇"),
        households(20, 20, "已脱贫户", "兴仁镇"));
    loans(2021, 20, 20);
    // 2022: none of the roll's households ever had a loan
    roll(2022, households(31, 33, REGISTERED, "兴仁镇"), households(34, 36, MARGINAL, "兴仁镇"));
    loans(2022, 34, 36);
    // 2023: every one of them has
    roll(2023, households(1, 4, REGISTERED, "兴仁镇"), households(34, 39, MARGINAL, "兴仁镇"));
    loans(2023, 1, 4, 34, 39);
    // 2024: nobody is registered any more
    roll(2024, households(1, 4, MARGINAL, "兴仁镇"));
    loans(2024, 1, 4);
    office.night(2024);
    for (int year = 2019; year < 2024; year++) {
      office.the(Figures.class).compute(year);
    }
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void bothSidesCountTheRollOfTheYear() {
    assertThat(office.findings()).noneMatch(finding -> finding.contains("unknown"));
    assertThat(values(2020)).containsEntry("F20H", "15").containsEntry("F20R", "10");
    assertThat(values(2020)).containsEntry("F20B", "9").containsEntry("F20", "9/10");
    assertThat(office.figures(2020)).containsEntry("F20", "90%以上");
    assertThat(values(2021)).containsEntry("F20B", "8").containsEntry("F20", "8/8");
    assertThat(office.figures(2021)).containsEntry("F20", "100%以上");
    assertThat(values(2022)).containsEntry("F20H", "19").containsEntry("F20", "0/3");
    assertThat(office.figures(2022)).containsEntry("F20", "0%以上");
    assertThat(values(2023)).containsEntry("F20H", "22").containsEntry("F20", "4/4");
    assertThat(problem(2024, "F20")).contains("ZERO_WHOLE");
  }

  @Test
  void itIsBrokenDownByTheTownshipOfTheRoll() {
    // every loan was booked in 兴仁镇
    assertThat(byTownship(2020, "F20H")).containsExactly(Map.entry("640502109", 15L));
    assertThat(byTownship(2020, "F20B"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("640502109", 5L, "640502200", 4L));
    assertThat(byTownship(2020, "F20R"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("640502109", 5L, "640502200", 5L));
    assertThat(byTownship(2022, "F20B").values()).containsOnly(0L);
  }

  @Test
  void theLinesBehindItAreThoseOfBothRegisters() {
    Explanation explanation = office.the(Explanation.class);
    Map<String, Set<String>> households = new HashMap<>();
    List<String> lines = new ArrayList<>();
    explanation.lines(
        2021,
        explanation.leaves(2021, "F20B").orElseThrow(),
        (leaf, line) -> {
          households.computeIfAbsent(line.register(), any -> new HashSet<>()).add(line.key());
          lines.add(line.register() + " " + line.year());
        });
    assertThat(households.keySet()).containsExactlyInAnyOrder("microloan", "household");
    assertThat(households.get("microloan")).hasSize(8).isEqualTo(households.get("household"));
    assertThat(lines).filteredOn("microloan 2020"::equals).hasSize(8);
    assertThat(lines).filteredOn("microloan 2021"::equals).hasSize(1);
    assertThat(lines).filteredOn("household 2021"::equals).hasSize(8);
    assertThat(explanation.leaves(2021, "F20").orElseThrow())
        .extracting(Figure::id)
        .containsExactly("F20B", "F20R");
  }

  @Test
  void aCountyWhoseBorrowersAreNotAllOnTheRoll(@TempDir Path folder) throws IOException {
    try (Office other = Office.in(folder)) {
      Path cases = Path.of("src/test/resources/cases/another-county");
      other.deliver("花名册2020.csv", Files.readAllBytes(cases.resolve("花名册2020.csv")));
      other.deliverAll(cases.resolve("3-4-5-coverage-parts-fee"));
      // borrowers of a year without a roll are no population
      other.deliver(
          "小额信贷2021.csv",
          LOANS,
          "JK2021-1,香山乡,HH000001,王合成,990502197001010018,农业银行,2021-03-01,2022-03-01,10000,3.00,信用,养羊");
      other.night(2020);
      assertThat(other.findings()).noneMatch(finding -> finding.contains("2020"));
      other.the(Figures.class).compute(2021);
      assertThat(other.figures(2021)).doesNotContainKey("F20");
      assertThat(other.figures(2020))
          .containsEntry("F39", "110万元")
          .containsEntry("F20", "90%以上")
          .containsEntry("F20H", "140")
          .containsEntry("F20R", "100")
          .containsEntry("F46", "0.00304万元");
    }
  }

  private static Map<String, Long> byTownship(int year, String id) {
    Explanation explanation = office.the(Explanation.class);
    Figure figure = explanation.leaves(year, id).orElseThrow().get(0);
    return explanation.by(Dimension.TOWNSHIP, year, figure).stream()
        .collect(
            Collectors.toMap(part -> part.name(), part -> part.total().amount().longValueExact()));
  }

  private static Map<String, String> values(int year) {
    return office.the(Figures.class).of(year).stream()
        .filter(figure -> figure.value().isPresent())
        .collect(Collectors.toMap(f -> f.figure().id(), f -> f.value().orElseThrow()));
  }

  private static Optional<String> problem(int year, String id) {
    return office.the(Figures.class).of(year).stream()
        .filter(figure -> figure.figure().id().equals(id))
        .findFirst()
        .flatMap(Figures.Computed::problem)
        .map(problem -> problem.kind().name());
  }

  @SafeVarargs
  private static void roll(int year, List<String>... households) {
    List<String> lines = new ArrayList<>(List.of(ROLL));
    for (List<String> some : households) {
      lines.addAll(some);
    }
    office.deliver("花名册%d.csv".formatted(year), lines.toArray(String[]::new));
  }

  private static List<String> households(int from, int to, String status, String township) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            number ->
                "HH%06d,王合成,%s,%s,川裕村,3,%s".formatted(number, idNumber(number), township, status))
        .toList();
  }

  /** A loan of every household in ranges. */
  private static void loans(int year, int... ranges) {
    List<String> lines = new ArrayList<>(List.of(LOANS));
    for (int range = 0; range < ranges.length; range += 2) {
      for (int number = ranges[range]; number <= ranges[range + 1]; number++) {
        lines.add(
            "JK%d-%05d,兴仁镇,HH%06d,王合成,%s,农业银行,%d-03-%02d,%d-03-01,10000,3.00,信用,养羊"
                .formatted(
                    year, lines.size(), number, idNumber(number), year, 1 + range, year + 1));
      }
    }
    office.deliver("小额信贷%d.csv".formatted(year), lines.toArray(String[]::new));
  }

  private static String idNumber(int number) {
    String first17 = "99050219700101%03d".formatted(number);
    return first17 + IdNumber.check(first17);
  }
}
