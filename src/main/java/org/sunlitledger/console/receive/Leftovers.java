package org.sunlitledger.console.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes what a killed console has left of files on their way, a day later. */
@Component
class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration KEPT = Duration.ofDays(1);

  /** A root, the folders in it, and those in them. */
  private static final int DEPTH = 3;

  private final List<ShelfRoot> roots;
  private final Clock clock;

  Leftovers(List<ShelfRoot> roots, Clock clock) {
    this.roots = roots;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void delete() {
    roots.forEach(this::delete);
  }

  private void delete(ShelfRoot root) {
    Instant before = clock.instant().minus(KEPT);
    try (Stream<Path> files = Files.walk(root.root(), DEPTH)) {
      List<Path> left =
          files
              .filter(file -> file.getFileName().toString().startsWith(Receiving.ON_THE_WAY))
              .toList();
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | UncheckedIOException problem) {
      LOG.warn("leftovers of uploads cannot be deleted: {}", problem.getClass().getSimpleName());
    }
  }
}
