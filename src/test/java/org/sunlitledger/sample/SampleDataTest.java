package org.sunlitledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed sample year and its ledgers are what their generators make. */
class SampleDataTest {

  @Test
  void theCommittedFilesAreTheGenerated(@TempDir Path folder) throws IOException {
    SampleYear.write(folder);
    List<Path> made = files(folder);
    assertThat(files(Path.of("sample-data/2020")).stream().map(Path::getFileName))
        .containsExactlyElementsOf(made.stream().map(Path::getFileName).toList());
    for (Path file : made) {
      assertThat(Path.of("sample-data/2020").resolve(file.getFileName()))
          .hasSameBinaryContentAs(file);
    }
  }

  @Test
  void theCommittedLedgersAreTheGenerated(@TempDir Path folder) {
    YearEndSample.write(Path.of("sample-data/2020"), folder);
    for (String file :
        List.of("agreeing/treasury.csv", "planted/treasury.csv", "planted/expected.tsv")) {
      assertThat(YearEndSample.FOLDER.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
