package org.sunlitledger.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.sunlitledger.backup.Manifest.CopiedFile;
import org.sunlitledger.backup.Manifest.TableRows;
import org.sunlitledger.quantity.digest.DigestStream;

/**
 * The files of a backup that is read.
 *
 * @param root the folder of the backup
 */
record BackupFiles(Path root, Manifest manifest) {

  static BackupFiles of(Path root) {
    return new BackupFiles(root, Manifest.read(root));
  }

  Path folder(Place place) {
    return root.resolve(place.folder());
  }

  /** The file, which is below the folder of the backup and no link. */
  Path file(CopiedFile file) {
    Path path = root.resolve(file.name()).normalize();
    if (!path.startsWith(root.normalize())
        || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new BackupRefused("restore.damaged", file.name());
    }
    return path;
  }

  byte[] bytes(CopiedFile file) {
    try {
      return Files.readAllBytes(file(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The rows of a table, as COPY reads them. */
  InputStream rows(TableRows table) throws IOException {
    CopiedFile file =
        manifest.of(Place.TABLES).stream()
            .filter(one -> one.path().equals(BackupTables.file(table)))
            .findFirst()
            .orElseThrow(() -> new BackupRefused("restore.damaged", table.name()));
    return new BufferedInputStream(
        new GZIPInputStream(Files.newInputStream(file(file)), 1 << 16), 1 << 16);
  }

  /**
   * Computes the digests of all files again.
   *
   * @throws BackupRefused when a file is missing or was changed
   */
  void verify() throws IOException {
    for (CopiedFile file : manifest.files()) {
      DigestStream digest = DigestStream.of(file(file));
      if (digest.bytes() != file.bytes() || !digest.sha256().equals(file.sha256())) {
        throw new BackupRefused("restore.damaged", file.name());
      }
    }
  }
}
