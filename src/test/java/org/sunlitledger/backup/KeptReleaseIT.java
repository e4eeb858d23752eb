package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every release stays what it was. */
class KeptReleaseIT {
  private static final List<Integer> YEARS = List.of(2020, 2021);

  private final Path folder;

  KeptReleaseIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aMigrationThatWasReleasedNeverChanges() throws IOException {
    Map<String, String> today = KeptRelease.migrationsOfToday();
    for (KeptRelease release : KeptRelease.all()) {
      assertThat(today)
          .as("write a new migration instead of changing one of release " + release.folder())
          .containsAllEntriesOf(release.migrations());
    }
  }

  /** With {@code -Dsunlit.keep-release=true} it keeps a release of the migrations of today. */
  @Test
  void theFirstReleaseIsKept() throws IOException {
    if (Boolean.getBoolean("sunlit.keep-release")) {
      try (LostOffice lost = new LostOffice(folder)) {
        new RichOffice(lost).fill();
        Path backup = lost.backUp();
        KeptRelease.ofToday().keep(backup, lost.key(), figures(lost));
      }
    }
    assertThat(KeptRelease.all()).isNotEmpty();
  }

  private static Map<String, String> figures(LostOffice lost) {
    Map<String, String> figures = new TreeMap<>();
    for (int year : YEARS) {
      lost.figures(year).forEach((figure, text) -> figures.put(year + " " + figure, text));
    }
    return figures;
  }
}
