package org.sunlitledger;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folder tree is the architecture: a package imports only from packages below it. */
class PackageOrderTest {
  private static final List<String> BOTTOM_UP =
      List.of(
          "quantity",
          "database",
          "decision",
          "register",
          "intake",
          "check",
          "open",
          "rollup",
          "figure",
          "report",
          "close",
          "reconcile",
          "job",
          "cli");

  @Test
  void packagesImportOnlyFromBelow() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sunlitledger");
    LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : BOTTOM_UP) {
      order = order.layer(name).definedBy("org.sunlitledger." + name + "..");
    }
    for (int i = 0; i < BOTTOM_UP.size(); i++) {
      String[] above = BOTTOM_UP.subList(i + 1, BOTTOM_UP.size()).toArray(String[]::new);
      order =
          above.length == 0
              ? order.whereLayer(BOTTOM_UP.get(i)).mayNotBeAccessedByAnyLayer()
              : order.whereLayer(BOTTOM_UP.get(i)).mayOnlyBeAccessedByLayers(above);
    }
    order.check(classes);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/sunlitledger"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(BOTTOM_UP);
    }
  }

  @Test
  void noFileHasMoreThan400Lines() throws IOException {
    for (String folder : List.of("src", "sql", "jobs")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|sql|yaml)")).toList()) {
          assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
        }
      }
    }
  }
}
