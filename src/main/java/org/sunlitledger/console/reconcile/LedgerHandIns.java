package org.sunlitledger.console.reconcile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.console.receive.ShelfRoot;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;

/**
 * The files that are handed in as the whole ledger of a year, below {@code ledger/YEAR}. Each time
 * has a numbered folder of its own. What a run was given is kept as it was: a later change is made
 * in the next folder, which begins with the same files.
 */
@Component
public final class LedgerHandIns implements ShelfRoot {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** A folder with this entry was given to a run. */
  private static final String GIVEN = ".given";

  private static final String BEGUN = ".begun-";

  private final Path folder;
  private final Clock clock;

  LedgerHandIns(DatabaseSettings settings, Clock clock) {
    this.folder = settings.folder().resolve("ledger");
    this.clock = clock;
  }

  /**
   * The ledger as it was last handed in.
   *
   * @param isGiven whether a run was given these files
   * @param files by name
   */
  public record HandIn(boolean isGiven, List<UntakenFile> files) {
    static final HandIn NONE = new HandIn(false, List.of());

    List<Path> paths() {
      return files.stream().map(UntakenFile::path).toList();
    }
  }

  @Override
  public Path root() throws IOException {
    return OwnerOnly.folder(folder).toRealPath();
  }

  HandIn of(int year) throws IOException {
    Optional<Path> last = last(year);
    return last.isEmpty() ? HandIn.NONE : new HandIn(isGiven(last.get()), files(last.get()));
  }

  /** Where a file would be put that somebody is about to send. */
  LedgerShelf shelf(int year) throws IOException {
    return new LedgerShelf(this, year, last(year).orElse(root()));
  }

  /** Where files may be put and deleted; a folder of its own once a run was given the last one. */
  synchronized LedgerShelf openShelf(int year) throws IOException {
    Optional<Path> last = last(year);
    boolean isOpen = last.isPresent() && !isGiven(last.get());
    return new LedgerShelf(this, year, isOpen ? last.get() : next(year, last));
  }

  /** Makes sure that a file that has arrived is part of what is handed in, and finds it there. */
  synchronized UntakenFile arrived(int year, Path file) throws IOException {
    String name = FilePath.shown(file.resolveSibling(""), file);
    // a run may have been given the folder while the file was on its way
    Path now = openShelf(year).folder();
    return files(now).stream().filter(there -> there.name().equals(name)).findFirst().orElseThrow();
  }

  /** Closes the folder, as a run is about to be given its files. */
  synchronized HandIn give(int year) throws IOException {
    Optional<Path> last = last(year);
    if (last.isPresent() && !isGiven(last.get())) {
      Files.createFile(last.get().resolve(GIVEN));
    }
    return of(year);
  }

  /** Opens it again, as no run has begun. */
  synchronized void takeBack(int year) throws IOException {
    Optional<Path> last = last(year);
    if (last.isPresent()) {
      Files.deleteIfExists(last.get().resolve(GIVEN));
    }
  }

  /** The files in a folder, by name. */
  List<UntakenFile> files(Path folder) throws IOException {
    List<UntakenFile> files = new ArrayList<>();
    try (Stream<Path> there = Files.list(folder)) {
      for (Path file : there.sorted().toList()) {
        file(folder, file).ifPresent(files::add);
      }
    }
    return files;
  }

  private Optional<UntakenFile> file(Path folder, Path file) throws IOException {
    boolean isHandedIn =
        !FilePath.shown(folder, file).startsWith(".")
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return isHandedIn ? UntakenFile.at(folder, file, clock.getZone()) : Optional.empty();
  }

  private Optional<Path> last(int year) throws IOException {
    Path ofYear = root().resolve(String.valueOf(year));
    if (!Files.isDirectory(ofYear)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(ofYear)) {
      return folders
          .filter(one -> NUMBER.matcher(String.valueOf(one.getFileName())).matches())
          .max(Comparator.comparingInt(LedgerHandIns::number));
    }
  }

  /** Made aside and moved, so that it never lacks a file when the console is killed. */
  private Path next(int year, Optional<Path> last) throws IOException {
    Path ofYear = OwnerOnly.folder(root().resolve(String.valueOf(year)));
    deleteBegun(ofYear);
    Path begun = Files.createTempDirectory(ofYear, BEGUN);
    if (last.isPresent()) {
      for (UntakenFile file : files(last.get())) {
        same(begun.resolve(file.path().getFileName()), file.path());
      }
    }
    Path next = ofYear.resolve(String.valueOf(last.map(LedgerHandIns::number).orElse(0) + 1));
    return Files.move(begun, next, StandardCopyOption.ATOMIC_MOVE);
  }

  /** What a killed console has begun; its files lie in the folder before it, too. */
  private static void deleteBegun(Path ofYear) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(ofYear, BEGUN + "*")) {
      for (Path folder : left) {
        FileSystemUtils.deleteRecursively(folder);
      }
    }
  }

  /** A link where the disk has them: what is replaced or deleted later is only the name. */
  private static void same(Path file, Path as) throws IOException {
    try {
      Files.createLink(file, as);
    } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
      Files.copy(as, file, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static boolean isGiven(Path folder) {
    return Files.exists(folder.resolve(GIVEN));
  }

  private static int number(Path folder) {
    return Integer.parseInt(String.valueOf(folder.getFileName()));
  }
}
