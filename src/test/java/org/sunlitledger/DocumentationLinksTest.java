package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages lead to files that exist, and no page is forgotten. */
class DocumentationLinksTest {
  private static final Path DECISIONS = Path.of("docs/decisions");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    for (Path page : pages()) {
      for (Path target : targets(page)) {
        assertThat(target).as(page + " links to " + target).exists();
      }
    }
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    List<Path> listed = targets(DECISIONS.resolve("README.md"));
    try (Stream<Path> files = Files.list(DECISIONS)) {
      assertThat(files.filter(file -> !file.endsWith("README.md")))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void everyDecisionSaysWhatWhyWhatElseAndTheConsequences() throws IOException {
    for (Path page : targets(DECISIONS.resolve("README.md"))) {
      assertThat(Files.readAllLines(page).stream().filter(line -> line.startsWith("## ")))
          .as(page.toString())
          .containsExactly("## Decision", "## Why", "## What else was weighed", "## Consequences");
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static List<Path> targets(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains("://"))
        .map(link -> page.resolveSibling(link).normalize())
        .toList();
  }
}
