package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Areas of a county's own register are added up exactly, and shares never exceed their whole. */
class DecimalSumsTest {
  private static Path own;
  private static Office office;
  private static Terminal terminal;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    own = folder.resolve("own");
    write(
        "jobs/registers/plot.yaml",
        """
        name: plot
        title: 耕地台账
        description: Plots
        primaryKey: [plot_no]
        fields:
          - {name: plot_no, title: 地块编号, description: Plot, type: string, constraints: {required: true}}
          - {name: township, title: 乡镇, description: Township, type: string, codes: township, constraints: {required: true}}
          - {name: area, title: 面积（亩）, description: Area, type: number, unit: 亩}
          - {name: irrigated, title: 灌溉面积（亩）, description: Irrigated, type: number, unit: 亩}
        """);
    write(
        "sql/subjects/plot.sql",
        """
        -- registers: [plot]
        -- about: every plot; areas in mu
        select delivery_id, line, year, township, '' as source, 0::smallint as month, plot_no,
          area, irrigated, 0::bigint as amount
        from live_plot
        """);
    write(
        "jobs/figures/plot.yaml",
        """
        figures:
          - {id: P1, title: {zh: 耕地面积, en: Area}, subject: plot, sum: area, unit: 亩}
          - {id: P2, title: {zh: 灌溉面积, en: Irrigated}, subject: plot, sum: irrigated, unit: 亩}
          - {id: P3, title: {zh: 灌溉率, en: Share irrigated}, ratio: [P2, P1], format: percent}
          - {id: P4, title: {zh: 合计, en: Total}, total: [P1, P2], unit: 亩}
          - {id: P5, title: {zh: 旱地率, en: Share}, ratio: [P1, P4], format: percent}
        """);
    office = Office.in(folder, Map.of("sunlit.definitions", own.toString()));
    terminal = new Terminal(office);
    office.deliver(
        "耕地2020.csv",
        "地块编号,乡镇,面积（亩）,灌溉面积（亩）",
        "D1,香山乡,4505.7,12.05",
        "D2,香山乡,0.3,0.0001",
        "D3,兴仁镇,10.25,",
        "D4,兴仁镇,,0.9999",
        "D5,兴仁镇,1500,0");
    office.deliver("耕地2020二.csv", "地块编号,乡镇,面积（亩）,灌溉面积（亩）", "E1,香山乡,0.1,0.1", "E2,兴仁镇,0.2,0.2");
    office.deliver("耕地2021.csv", "地块编号,乡镇,面积（亩）,灌溉面积（亩）", "D1,香山乡,-5,20.5", "D2,兴仁镇,10,");
    office.night(2020);
    office.night(2021);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void sumsAreExactAndPrintedWithTheirDecimals() {
    assertThat(values(2020))
        .containsEntry("P1", "6016.55")
        .containsEntry("P2", "13.35")
        .containsEntry("P3", "13.35/6016.55")
        .containsEntry("P4", "6029.9");
    assertThat(office.figures(2020))
        .containsEntry("P1", "6016.55")
        .containsEntry("P2", "13.35")
        .containsEntry("P3", "0.222%")
        .containsEntry("P4", "6029.9")
        .containsEntry("P5", "99.78%");
  }

  @Test
  void aShareThatExceedsItsWholeIsNotPrinted() {
    assertThat(values(2021)).containsEntry("P1", "5").containsEntry("P2", "20.5");
    assertThat(office.figures(2021)).doesNotContainKey("P3").containsEntry("P4", "25.5");
    assertThat(
            office.the(Figures.class).of(2021).stream()
                .filter(figure -> figure.figure().id().equals("P3"))
                .map(figure -> figure.problem().orElseThrow().toString()))
        .containsExactly("Problem[kind=PROOF_FAILED, argument=0 ≤ P2 ≤ P1：20.5, 5]");
  }

  @Test
  void anExplanationShowsThemByTownshipAndLineByLine() {
    assertThat(explain("P1", "--by", "township", "--json")).isZero();
    assertThat(column("value")).containsExactly("1510.45", "4506.1");
    assertThat(explain("P2", "--records", "--json")).isZero();
    assertThat(column("amount"))
        .containsExactlyInAnyOrder("12.05", "0.0001", "0", "0.9999", "0", "0.1", "0.2");
    assertThat(explain("P1", "--records", "--format", "csv")).isZero();
    assertThat(terminal.out().lines().skip(1).map(line -> line.split(",", -1)[9]))
        .containsExactlyInAnyOrder("4505.7", "0.3", "10.25", "0", "1500", "0.1", "0.2");
    assertThat(explain("P3")).isZero();
    assertThat(terminal.out())
        .contains("P3 灌溉率：0.222% (exactly 13.35 ÷ 6016.55)")
        .containsPattern("P1 +[0-9]+ +Plots +耕地2020.csv +2 +6 +5 +6016.25\n");
  }

  private static int explain(String figure, String... more) {
    String[] arguments = {"explain", "--year", "2020", "--definitions", own.toString(), figure};
    return terminal.run(Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private static List<String> column(String name) {
    JsonNode rows = JsonMapper.builder().build().readTree(terminal.out());
    return rows.valueStream().map(row -> row.get(name).asString()).toList();
  }

  private static Map<String, String> values(int year) {
    return office.the(Figures.class).of(year).stream()
        .filter(figure -> figure.value().isPresent())
        .collect(Collectors.toMap(f -> f.figure().id(), f -> f.value().orElseThrow()));
  }

  private static void write(String name, String text) throws IOException {
    Path file = own.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
