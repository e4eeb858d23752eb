package org.sunlitledger.database.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Files and folders that only their owner may read. */
public final class OwnerOnly {
  private static final int SECRET_BYTES = 24;

  private OwnerOnly() {}

  /** Writes a secret completely or not at all. */
  public static void write(Path file, String text) throws IOException {
    folder(file.toAbsolutePath().resolveSibling("."));
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8), WholeFile.OWNER);
  }

  /** The secret in a file: 24 random bytes as hexadecimal digits, made at the first call. */
  public static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(random);
      write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
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
