package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.Desk;
import org.sunlitledger.open.OpenItems;

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

  @Test
  void theDatabaseOfEachReleaseIsUpgraded() throws IOException {
    for (KeptRelease release : KeptRelease.all()) {
      try (LostOffice lost = new LostOffice(Files.createDirectory(folder.resolve("" + release)))) {
        Path backup = release.backup(folder.resolve("backup-of-" + release));
        lost.lose();
        lost.restore(backup, release.key());
        assertThat(figures(lost)).as("" + release).isEqualTo(release.figures());
        new Desk(lost.office()).assertAgrees(2020, 1, 2);
        OpenItems items = lost.office().the(OpenItems.class);
        assertThat(items.counted()).isEqualTo(items.groups()).isNotEmpty();
        lost.night(2021);
        assertThat(figures(lost)).as(release + ", after a night").isEqualTo(release.figures());
        assertThat(items.counted()).isEqualTo(items.groups());
      }
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
