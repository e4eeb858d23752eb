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
    assertSame(Path.of("sample-data/2020"), folder);
  }

  @Test
  void theCommittedLedgersAreTheGenerated(@TempDir Path folder) throws IOException {
    YearEndSample.write(Path.of("sample-data/2020"), folder);
    assertSame(YearEndSample.FOLDER, folder);
  }

  private static void assertSame(Path committed, Path generated) throws IOException {
    List<Path> files = files(generated);
    assertThat(files(committed)).containsExactlyElementsOf(files);
    for (Path file : files) {
      assertThat(committed.resolve(file)).hasSameBinaryContentAs(generated.resolve(file));
    }
  }

  /** All below a folder, but for what is written by hand. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith("README.md"))
          .map(folder::relativize)
          .sorted()
          .toList();
    }
  }
}
