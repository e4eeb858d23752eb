package org.sunlitledger;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The folder tree is the architecture: a package imports only from packages below it, at every
 * level of the tree.
 */
class PackageOrderTest {
  private static final int MOST_FILES = 20;
  private static final int MOST_LINES = 400;

  /** The sub-packages of each package, bottom to top. */
  private static final Map<String, List<String>> BOTTOM_UP =
      Map.ofEntries(
          entry(
              "",
              List.of(
                  "quantity",
                  "definition",
                  "database",
                  "decision",
                  "account",
                  "register",
                  "storage",
                  "intake",
                  "check",
                  "open",
                  "rollup",
                  "figure",
                  "report",
                  "close",
                  "reconcile",
                  "job",
                  "backup",
                  "upgrade",
                  "upkeep",
                  "view",
                  "notice",
                  "health",
                  "console",
                  "cli")),
          entry("quantity", List.of("digest", "text", "money", "person")),
          entry("database", List.of("file", "copy", "audit", "schema", "server")),
          entry(
              "intake",
              List.of(
                  "line",
                  "file",
                  "unit",
                  "workbook",
                  "source",
                  "layout",
                  "ledger",
                  "delivery",
                  "record",
                  "kinship",
                  "inbox",
                  "step")),
          entry("check", List.of("alike", "reversal", "rule", "finding", "settle")),
          entry("intake.workbook", List.of("number", "sheet", "xml", "biff")),
          entry("intake.layout", List.of("header", "column", "note", "total")),
          entry("close", List.of("ready", "snapshot", "late", "verify", "store")),
          entry(
              "reconcile",
              List.of("match", "discrepancy", "decision", "proof", "statement", "worklist")),
          entry(
              "console",
              List.of(
                  "frame",
                  "read",
                  "session",
                  "password",
                  "door",
                  "list",
                  "child",
                  "live",
                  "run",
                  "receive",
                  "upload",
                  "draft",
                  "home",
                  "delivery",
                  "figure",
                  "report",
                  "close",
                  "reconcile",
                  "definition",
                  "mend",
                  "discrepancy",
                  "audit",
                  "people",
                  "watch")),
          entry(
              "cli",
              List.of(
                  "shell",
                  "print",
                  "backup",
                  "close",
                  "delivery",
                  "figure",
                  "notice",
                  "install",
                  "reconcile",
                  "run",
                  "user")),
          entry("view", List.of("figure")),
          entry("notice", List.of("channel", "problem")),
          entry("health", List.of("machine", "books", "console")),
          entry("register", List.of("code")));

  private static final PackageTree TREE = PackageTree.ofTheProgram();

  @Test
  void everySubPackageHasItsPlaceInTheOrder() {
    Map<String, List<String>> inFolders = TREE.children();
    assertThat(inFolders.keySet()).containsExactlyInAnyOrderElementsOf(BOTTOM_UP.keySet());
    inFolders.forEach(
        (parent, children) ->
            assertThat(children)
                .as("sub-packages of '%s'", parent)
                .containsExactlyInAnyOrderElementsOf(BOTTOM_UP.get(parent)));
  }

  @Test
  void packagesImportOnlyFromBelow() {
    BOTTOM_UP.forEach(
        (parent, order) ->
            assertThat(TREE.dependencies(parent))
                .as("dependencies between the sub-packages of '%s'", parent)
                .allSatisfy(
                    use ->
                        assertThat(order.indexOf(use.from()))
                            .as(use.toString())
                            .isGreaterThan(order.indexOf(use.to()))));
  }

  @Test
  void noSubPackageUsesTheClassesOfItsParents() {
    assertThat(TREE.dependenciesOnParents()).isEmpty();
  }

  @Test
  void noPackageHasMoreThan20Files() {
    assertThat(TREE.filesByPackage())
        .allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(MOST_FILES));
  }

  @Test
  void diagramIsCurrent() throws IOException {
    PackageDiagram diagram = new PackageDiagram(TREE, BOTTOM_UP);
    if (Boolean.getBoolean("sunlit.write-docs")) {
      Files.writeString(PackageDiagram.PAGE, diagram.page());
    }
    assertThat(Files.readString(PackageDiagram.PAGE))
        .as("write it anew: ./mvnw test -Dtest=PackageOrderTest -Dsunlit.write-docs=true")
        .isEqualTo(diagram.page());
  }

  @Test
  void noFileHasMoreThan400Lines() throws IOException {
    for (String folder : List.of("src", "sql", "jobs")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|sql|yaml)")).toList()) {
          assertThat(Files.readAllLines(file))
              .as(file.toString())
              .hasSizeLessThanOrEqualTo(MOST_LINES);
        }
      }
    }
  }
}
