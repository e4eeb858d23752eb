package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.sunlitledger.backup.DatabaseRestore.SetAside;
import org.sunlitledger.backup.Manifest.CopiedFile;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.quantity.digest.DigestStream;

/**
 * Puts originals back. No file is overwritten, and an inbox that is there stays as it is, except
 * for files that a run had begun. What the archive has beside them was archived after the backup:
 * it goes into a folder of its own, so that it is not taken for the original of a later delivery.
 */
final class RestoredOriginals {
  private final BackupFiles backup;
  private final Originals places;

  RestoredOriginals(BackupFiles backup, Originals places) {
    this.backup = backup;
    this.places = places;
  }

  /** Puts all of them back; done again, it changes nothing. */
  SetAside run(ZoneId zone) throws IOException {
    SetAside aside = setAside(zone);
    if (Originals.below(places.inbox()).isEmpty()) {
      copyAll(Place.WAITING);
    }
    copyAll(Place.INBOX);
    copyAll(Place.LEDGER);
    copyAll(Place.ARCHIVE);
    copyStorage();
    return aside;
  }

  private void copyAll(Place place) throws IOException {
    for (CopiedFile file : backup.manifest().of(place)) {
      Path target = FilePath.in(places.root(place), file.path());
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        copy(file, target);
      }
    }
  }

  /** The database says which file is where, so one that is not the same gives way. */
  private void copyStorage() throws IOException {
    for (CopiedFile file : backup.manifest().of(Place.STORAGE)) {
      Path target = FilePath.in(places.root(Place.STORAGE), file.path());
      if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
          || !DigestStream.of(target).sha256().equals(file.sha256())) {
        copy(file, target);
      }
    }
  }

  private void copy(CopiedFile file, Path target) throws IOException {
    OwnerOnly.folder(target.resolveSibling(""));
    Path unfinished =
        Files.createTempFile(target.toAbsolutePath().resolveSibling(""), ".sunlit", "");
    try {
      Files.copy(backup.file(file), unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private SetAside setAside(ZoneId zone) throws IOException {
    Path archive = places.archive();
    Path aside =
        archive.resolve(
            "since-"
                + LocalDateTime.ofInstant(backup.manifest().takenAt(), zone)
                    .format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")));
    Map<String, String> known = new HashMap<>();
    backup.manifest().of(Place.ARCHIVE).forEach(file -> known.put(file.path(), file.sha256()));
    int files = 0;
    for (Path file : Originals.below(archive)) {
      String path = FilePath.below(archive, file);
      if (!file.startsWith(aside) && !DigestStream.of(file).sha256().equals(known.get(path))) {
        Path target = FilePath.in(aside, path);
        OwnerOnly.folder(target.resolveSibling(""));
        Files.move(file, target);
        files++;
      }
    }
    return new SetAside(aside, files);
  }
}
