package org.sunlitledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages lead to files that exist, and no page is forgotten. */
class DocumentationLinksTest {
  private static final Path DECISIONS = Path.of("docs/decisions");
  private static final Pattern CLASS =
      Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]\\w*[A-Z]\\w*)(?:\\.[a-z]\\w*)?`");
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

  @Test
  void everyClassThatADecisionNamesExists() throws IOException {
    List<String> classes = classes();
    List<Path> pages = new ArrayList<>(targets(DECISIONS.resolve("README.md")));
    pages.add(Path.of("SECURITY.md"));
    pages.add(Path.of("CONTRIBUTING.md"));
    for (Path page : pages) {
      assertThat(CLASS.matcher(Files.readString(page)).results().map(found -> found.group(1)))
          .as(page.toString())
          .isSubsetOf(classes);
    }
  }

  private static List<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", ""))
          .toList();
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
