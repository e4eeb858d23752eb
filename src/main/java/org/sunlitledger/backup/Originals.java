package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sunlitledger.backup.Manifest.Roots;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.IntakeSettings;
import org.sunlitledger.storage.StorageSettings;

/**
 * Where the files are that were handed in, and those with records of closed years, without links in
 * the paths.
 */
final class Originals {
  private final IntakeSettings intake;
  private final DatabaseSettings folders;
  private final StorageSettings storage;

  Originals(IntakeSettings intake, DatabaseSettings folders, StorageSettings storage) {
    this.intake = intake;
    this.storage = storage;
    this.folders = folders;
  }

  Path archive() {
    return FilePath.real(intake.archiveOf(folders));
  }

  Path inbox() {
    return FilePath.real(intake.inbox());
  }

  /** Files of the treasury's ledger that the console has taken in. */
  Path ledger() {
    return FilePath.real(folders.folder().resolve("ledger"));
  }

  /** Records of closed years. */
  Path storage() {
    return FilePath.real(storage.folderOf(folders));
  }

  Roots roots() {
    return new Roots(FilePath.kept(archive()), FilePath.kept(inbox()), FilePath.kept(ledger()));
  }

  /** Files of the inbox that nobody is writing any more. */
  List<Path> waiting(Instant now) throws IOException {
    List<Path> waiting = new ArrayList<>();
    for (Path file : below(inbox())) {
      Instant written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      if (!written.isAfter(now.minus(intake.quietPeriod()))) {
        waiting.add(file);
      }
    }
    return waiting;
  }

  /**
   * All files below a folder, in the order of their names. Hidden ones are still being written by
   * the console, and links are no files.
   */
  static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  Path root(Place place) {
    return switch (place) {
      case ARCHIVE -> archive();
      case INBOX, WAITING -> inbox();
      case LEDGER -> ledger();
      case STORAGE -> storage();
      case TABLES, OWN, USED ->
          throw new IllegalArgumentException(place + " contains no originals");
    };
  }
}
