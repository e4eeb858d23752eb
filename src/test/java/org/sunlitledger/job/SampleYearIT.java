package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.rollup.Dimension;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.rollup.YearMerge;
import org.sunlitledger.testing.Office;

/** The sample year gives the published figures, and every one of them can be traced. */
class SampleYearIT {
  private static Office office;
  private static Outcome first;

  @BeforeAll
  static void takesInTheSampleYear(@TempDir Path folder) {
    office = Office.in(folder).deliverAll(Path.of("sample-data/2020"));
    first = office.night(2020);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void theNightIsClean() {
    assertThat(first.failures()).isEmpty();
    assertThat(office.findings()).isEmpty();
    assertThat(first.deliveries()).isEqualTo(21);
    assertThat(first.read()).isEqualTo(40_504);
    assertThat(first.accepted()).isEqualTo(40_504);
    assertThat(first.isClean()).isTrue();
  }

  @Test
  void partOneCarriesEveryPublishedFigureInItsOrder() throws IOException {
    String text = Files.readString(office.out().resolve("2020/annual-2019.txt"));
    String partOne =
        text.substring(text.indexOf("一、总体情况"), text.indexOf("二、主动公开政府信息情况")).replaceAll("\\s", "");
    int at = 0;
    for (String line : Files.readAllLines(Path.of("src/test/resources/published-2020.tsv"))) {
      String printed = line.split("\t", -1)[1].replaceAll("\\s", "");
      int found = partOne.indexOf(printed, at);
      assertThat(found).as("%s after position %d", line, at).isGreaterThanOrEqualTo(0);
      at = found;
    }
  }

  @Test
  void theTotalOfTableThreeIsTheSumOfItsRows() {
    assertThat(office.figures(2020))
        .containsEntry("T3_1_1", "1")
        .containsEntry("T3_3_1_1", "1")
        .containsEntry("T3_3_7_1", "1")
        .containsEntry("T3_3_7_7", "1")
        .containsEntry("T3_4_7", "0");
  }

  @Test
  void everyFigureIsGivenExactlyByTheLinesBehindIt() {
    Explanation explanation = office.the(Explanation.class);
    for (Figures.Computed computed : office.the(Figures.class).of(2020)) {
      Figure figure = computed.figure();
      List<Figure> leaves = explanation.leaves(2020, figure.id()).orElseThrow();
      List<Long> values = new ArrayList<>();
      for (Figure leaf : leaves) {
        boolean addsUp = Explanation.addsUp(leaf);
        List<Lines.SubjectLine> lines = new ArrayList<>();
        explanation.lines(2020, List.of(leaf), (part, line) -> lines.add(line));
        Set<String> keys = new HashSet<>();
        lines.forEach(line -> keys.add(line.key()));
        assertThat(lines).allSatisfy(line -> assertThat(line.file()).endsWith(".csv"));
        values.add(
            addsUp
                ? lines.stream().mapToLong(line -> line.amount().longValueExact()).sum()
                : Long.valueOf(keys.size()));
      }
      String value = computed.value().orElseThrow();
      if (figure.source() instanceof Figure.Ratio) {
        assertThat(values.get(0) + "/" + values.get(1)).as(figure.id()).isEqualTo(value);
      } else if (value.matches("-?[0-9]+")) {
        assertThat(values.stream().mapToLong(Long::longValue).sum())
            .as(figure.id())
            .isEqualTo(Long.parseLong(value));
      } else {
        assertThat(value.split("、", -1)).as(figure.id()).hasSize(Math.toIntExact(values.get(0)));
      }
    }
  }

  @Test
  void breakdownsAddUpToTheTotal() {
    Explanation explanation = office.the(Explanation.class);
    for (Figures.Computed computed : office.the(Figures.class).of(2020)) {
      for (Figure leaf : explanation.leaves(2020, computed.figure().id()).orElseThrow()) {
        for (Dimension dimension : Dimension.values()) {
          if (Explanation.addsUp(leaf) && leaf.equals(computed.figure())) {
            long sum =
                explanation.by(dimension, 2020, leaf).stream()
                    .map(YearMerge.BreakdownPart::total)
                    .mapToLong(total -> total.amount().longValueExact())
                    .sum();
            assertThat(String.valueOf(sum))
                .as(leaf.id() + " by " + dimension)
                .isEqualTo(computed.value().orElseThrow());
          }
        }
      }
    }
  }

  @Test
  void aSecondNightTakesNothingIn() {
    Map<String, String> before = office.figures(2020);
    Outcome second = office.night(2020);
    assertThat(second.deliveries()).isZero();
    assertThat(second.known()).isEqualTo(21);
    assertThat(second.isClean()).isTrue();
    assertThat(office.figures(2020)).isEqualTo(before);
  }
}
