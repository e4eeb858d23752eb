package org.sunlitledger.database.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** Writes a secret completely or not at all. */
  public static void write(Path file, String text) throws IOException {
    folder(file.toAbsolutePath().resolveSibling("."));
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8), WholeFile.OWNER);
  }

  /** Creates a folder if it does not exist. */
  public static Path folder(Path folder) throws IOException {
    return Files.isDirectory(folder)
        ? folder
        : Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
