package org.sunlitledger.close.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.file.WholeFile;

/**
 * Snapshots as files, {@code out/YEAR/closed-N}: a folder is there whole or not at all, and what is
 * missing is written again from the database. Beside each is its page to print.
 */
@Component
public final class SnapshotFiles {
  /** The list of digests, as {@code sha256sum -c} reads it. */
  public static final String LIST = "SHA256SUMS";

  private final YearCloseTable closes;
  private final SnapshotStore store;
  private final ClosePage page;
  private final TransactionTemplate transaction;

  SnapshotFiles(
      YearCloseTable closes, SnapshotStore store, ClosePage page, TransactionTemplate transaction) {
    this.closes = closes;
    this.store = store;
    this.page = page;
    this.transaction = transaction;
  }

  public static Path folder(Path out, SealedClose close) {
    return out.resolve(String.valueOf(close.year())).resolve(close.folder());
  }

  /**
   * Writes the folders and pages that are missing: of a year, and of every year that has files
   * there. Only for the holder of the run lock, so that nobody else writes them.
   */
  public void writeMissing(int year, Path out) throws IOException {
    for (SealedClose close : closes.all()) {
      Path folder = folder(out, close);
      boolean wanted =
          close.year() == year || Files.isDirectory(folder.resolveSibling("").normalize());
      if (wanted && !Files.exists(folder)) {
        write(close, folder);
      }
      Path printed = ClosePage.file(out, close);
      if (wanted && !Files.exists(printed)) {
        WholeFile.write(printed, page.of(close), WholeFile.EVERYBODY);
      }
    }
  }

  private void write(SealedClose close, Path folder) throws IOException {
    Path unfinished = folder.resolveSibling("." + close.folder() + ".unfinished");
    delete(unfinished);
    List<SnapshotStore.SnapshotPart> parts = store.parts(close.id());
    for (SnapshotStore.SnapshotPart part : parts) {
      Path file = unfinished.resolve(part.name());
      Files.createDirectories(file.resolveSibling("."));
      transaction.executeWithoutResult(status -> write(close, part, file));
    }
    Files.write(unfinished.resolve(LIST), SnapshotStore.list(parts));
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(SealedClose close, SnapshotStore.SnapshotPart part, Path file) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      store.copy(close.id(), part.name(), out);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** What a process left behind that was killed while it wrote. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
