package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Templates escape all that they write, have all their words, and hold neither scripts nor styles.
 */
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

  private static final Pattern WORDS = Pattern.compile("frame\\.text\\(\"([^\"]+)\"( \\+)?");

  @Test
  void allWordsOfTemplatesAreThere() throws IOException {
    Set<String> known = ResourceBundle.getBundle("messages.console_zh").keySet();
    Set<String> missing = new TreeSet<>();
    for (Path template : templates()) {
      Matcher asked = WORDS.matcher(Files.readString(template));
      while (asked.find()) {
        String key = asked.group(1);
        boolean isThere =
            asked.group(2) == null
                ? known.contains(key)
                : known.stream().anyMatch(one -> one.startsWith(key));
        if (!isThere) {
          missing.add(template + " " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void nothingIsWrittenAsItComesAndNothingComesFromElsewhere() throws IOException {
    for (Path template : templates()) {
      assertThat(Files.readString(template)).as(template.toString()).doesNotContain(FORBIDDEN);
    }
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      List<Path> templates = files.filter(file -> file.toString().endsWith(".jte")).toList();
      assertThat(templates).isNotEmpty();
      return templates;
    }
  }
}
