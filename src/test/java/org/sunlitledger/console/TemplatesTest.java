package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates escape all that they write, and hold neither scripts nor styles. */
class TemplatesTest {
  private static final List<String> FORBIDDEN =
      List.of(
          "$unsafe",
          "<script>",
          "<style",
          "style=\"",
          " onclick",
          "javascript:",
          "http://",
          "https://");

  @Test
  void nothingIsWrittenAsItComesAndNothingComesFromElsewhere() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      List<Path> templates = files.filter(file -> file.toString().endsWith(".jte")).toList();
      assertThat(templates).isNotEmpty();
      for (Path template : templates) {
        assertThat(Files.readString(template)).as(template.toString()).doesNotContain(FORBIDDEN);
      }
    }
  }
}
