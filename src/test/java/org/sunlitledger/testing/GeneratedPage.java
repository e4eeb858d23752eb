package org.sunlitledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A page of {@code docs} that a test writes: it must be what the test would write now. */
public record GeneratedPage(Path path, String test) {
  /** Fails with the lines that differ, as a page is too long to be printed. */
  public void isCurrent(String text) throws IOException {
    if (Boolean.getBoolean("sunlit.write-docs")) {
      Files.writeString(path, text);
    }
    String written = Files.readString(path);
    String command = "write it anew: ./mvnw test -Dtest=%s -Dsunlit.write-docs=true";
    assertThat(beside(written, text)).as("lines that %s lacks; " + command, path, test).isEmpty();
    assertThat(beside(text, written))
        .as("lines of %s that are out of date; " + command, path, test)
        .isEmpty();
    assertThat(written).as(command, test).isEqualTo(text);
  }

  private static Set<String> beside(String text, String other) {
    Set<String> lines = new LinkedHashSet<>(List.of(other.split("\n", -1)));
    lines.removeAll(Set.copyOf(text.lines().toList()));
    return lines;
  }
}
