package org.sunlitledger.database.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file whole or not at all: under another name in the same folder first, then moved to its
 * place. A reader never sees a part of it.
 */
public final class WholeFile {
  /** Permissions of files for their owner alone. */
  public static final String OWNER = "rw-------";

  /** Permissions of files for everybody. */
  public static final String EVERYBODY = "rw-r--r--";

  private WholeFile() {}

  /**
   * Writes a file, and the folder where there is none.
   *
   * @param permissions {@link #OWNER} or {@link #EVERYBODY}
   */
  public static void write(Path file, byte[] bytes, String permissions) throws IOException {
    Path unfinished = begin(file);
    try {
      Files.write(unfinished, bytes);
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString(permissions));
      finish(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** An empty file in the same folder, for its owner alone. */
  static Path begin(Path file) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("").normalize();
    Files.createDirectories(folder);
    return Files.createTempFile(
        folder,
        ".sunlit",
        "",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER)));
  }

  /** Moves what is written to the place of the file. */
  static void finish(Path unfinished, Path file) throws IOException {
    Files.move(unfinished, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
  }
}
