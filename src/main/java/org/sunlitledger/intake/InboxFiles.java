package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The files of an inbox in a stable order, those left out that are still being written. */
@Component
final class InboxFiles {
  private static final Set<String> UNFINISHED =
      Set.of(".part", ".tmp", ".crdownload", ".filepart", ".swp");
  private static final Set<String> PROSE = Set.of(".md");

  private final Duration quietPeriod;
  private final Clock clock;

  InboxFiles(IntakeSettings settings, Clock clock) {
    this.quietPeriod = settings.quietPeriod();
    this.clock = clock;
  }

  /**
   * What there is.
   *
   * @param ready in the order of their paths
   * @param unfinished left for the next run
   */
  record Found(List<Path> ready, List<Path> unfinished) {}

  private record Stamp(FileTime changed, long bytes) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
    }
  }

  Found in(Path inbox) throws IOException {
    List<Path> ready = new ArrayList<>();
    List<Path> unfinished = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(inbox)) {
      files =
          all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> isDelivery(inbox.relativize(file)))
              .sorted()
              .toList();
    }
    List<Stamp> before = new ArrayList<>();
    for (Path file : files) {
      before.add(Stamp.of(file));
    }
    waitUntilQuiet(before);
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      boolean quiet =
          !hasEnding(file, UNFINISHED)
              && Files.exists(file)
              && Stamp.of(file).equals(before.get(i));
      (quiet ? ready : unfinished).add(file);
    }
    return new Found(ready, unfinished);
  }

  private void waitUntilQuiet(List<Stamp> stamps) {
    Instant quietSince = clock.instant().minus(quietPeriod);
    boolean recent =
        stamps.stream().anyMatch(stamp -> stamp.changed().toInstant().isAfter(quietSince));
    if (recent) {
      try {
        Thread.sleep(quietPeriod.toMillis());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isDelivery(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().startsWith("~$")) {
        return false;
      }
    }
    return !hasEnding(relative, PROSE);
  }

  private static boolean hasEnding(Path file, Set<String> endings) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }
}
