package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.check.finding.Findings;
import org.sunlitledger.testing.Office;

/** Every planted fault is named with its place, and nothing else is. */
class BadSamplesIT {
  private static final Path BAD = Path.of("sample-data/bad");

  @Test
  void everyPlantedFaultIsNamedAndTheYearsFiguresStay(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder).deliverAll(Path.of("sample-data/2020"))) {
      office.night(2020);
      Map<String, String> before = office.figures(2020);
      Outcome outcome = office.deliverAll(BAD).night(2020);

      assertThat(outcome.isDone()).isTrue();
      assertThat(outcome.isClean()).isFalse();
      assertThat(outcome.refusedFiles()).isEqualTo(10);
      assertThat(outcome.read()).isEqualTo(outcome.accepted() + outcome.refused());
      assertThat(office.figures(2020)).isEqualTo(before);
      List<String> expected = Files.readAllLines(Path.of("sample-data/bad-expected.tsv"));
      assertThat(found(office))
          .containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
      assertThat(Files.readString(office.out().resolve("2020/annual-2019.txt")))
          .startsWith("草稿")
          .contains("bad-count-negative-2020.csv：1 行被退回，尚未更正（未决事项 4）")
          .contains("、bad-microloan-rate-2020.csv、")
          .contains("……共 77 项，其余涉及")
          .contains("；全部见 ./sunlit figures 和 ./sunlit rejects");
    }
  }

  private static List<String> found(Office office) {
    return office.the(Findings.class).list(Optional.empty(), Optional.empty(), true).stream()
        .map(
            told ->
                String.join(
                    "\t",
                    told.file(),
                    told.line() == 0 ? "" : String.valueOf(told.line()),
                    told.column(),
                    told.found(),
                    told.rule(),
                    told.severity()))
        .toList();
  }
}
