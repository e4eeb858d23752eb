package org.sunlitledger.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** A county small enough to add up on paper: every figure of the catalogue, none left out. */
class HandComputedFiguresTest {
  @Test
  void layout2019(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      Map<String, String> expected = SmallCounty.deliver(office, 2020);
      office.night(2020);
      assertThat(office.findings()).isEmpty();
      assertThat(printed(office, 2020)).isEqualTo(expected);
    }
  }

  @Test
  void layout2021(@TempDir Path folder) throws IOException {
    try (Office office = Office.in(folder)) {
      Map<String, String> expected = SmallCounty.deliver(office, 2021);
      office.night(2021);
      Map<String, String> printed = printed(office, 2021);
      printed.keySet().removeIf(figure -> figure.startsWith("F"));
      assertThat(printed).isEqualTo(expected);
      assertThat(Files.readString(office.out().resolve("2021/annual-2021.txt")))
          .contains("12.345678");
    }
  }

  private static Map<String, String> printed(Office office, int year) {
    return office.the(Figures.class).of(year).stream()
        .collect(
            Collectors.toMap(
                figure -> figure.figure().id(),
                figure -> figure.text().orElse(""),
                (one, other) -> one + other,
                TreeMap::new));
  }
}
