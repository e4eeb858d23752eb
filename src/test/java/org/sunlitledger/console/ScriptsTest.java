package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console's own JavaScript stays small: pages are made by the server, and htmx loads parts. */
class ScriptsTest {
  private static final int MAX_LINES = 300;
  private static final int MAX_CHARACTERS_A_LINE = 100;

  @Test
  void allScriptsTogetherAreShortAndReadable() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/console"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".js")).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    assertThat(lines).hasSizeBetween(1, MAX_LINES);
    assertThat(lines).allMatch(line -> line.length() <= MAX_CHARACTERS_A_LINE);
  }
}
