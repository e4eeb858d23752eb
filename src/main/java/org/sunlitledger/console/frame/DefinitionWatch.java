package org.sunlitledger.console.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;

/**
 * Notices that the county's folder of definitions has changed: the console reads it once, and goes
 * on with what it has read until it is started again.
 */
@Component
class DefinitionWatch {
  private final Optional<Path> folder;
  private final String atStart;

  DefinitionWatch(DatabaseSettings settings) {
    this.folder = settings.ownDefinitions();
    this.atStart = now();
  }

  boolean hasChanged() {
    return !now().equals(atStart);
  }

  /** Names, lengths and times of all files. */
  private String now() {
    return folder.stream()
        .flatMap(own -> Stream.of(own.resolve("jobs"), own.resolve("sql")))
        .filter(Files::isDirectory)
        .map(DefinitionWatch::files)
        .collect(Collectors.joining());
  }

  private static String files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().map(DefinitionWatch::state).collect(Collectors.joining());
    } catch (IOException problem) {
      return problem.toString();
    }
  }

  private static String state(Path file) {
    try {
      BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
      return known.isDirectory()
          ? ""
          : "%s %d %s%n".formatted(file, known.size(), known.lastModifiedTime());
    } catch (IOException gone) {
      return gone.toString();
    }
  }
}
