package org.sunlitledger.database.server;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The bundled PostgreSQL binaries, unpacked on first use. */
final class PostgresBinaries {
  private static final String VERSION = "18.6.0";

  /** Servers of one major version read each other's data. */
  static final String MAJOR = VERSION.replaceFirst("[.].*", "");

  private PostgresBinaries() {}

  /** Whether the binaries of this version are there. */
  static boolean isUnpacked(Path home) {
    return Files.isDirectory(folder(home));
  }

  private static Path folder(Path home) {
    return home.resolve("server-" + VERSION);
  }

  /** The folder that contains {@code bin/}; the first call unpacks it. */
  static Path unpacked(Path home) throws IOException {
    Path folder = folder(home);
    if (isUnpacked(home)) {
      return folder;
    }
    Path unfinished = home.resolve("server-" + VERSION + ".unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("linux", architecture)) {
      unpack(archive, unfinished);
    }
    return Files.move(unfinished, folder);
  }

  /** Unpacks the binaries of any version. */
  static void unpack(InputStream archive, Path folder) throws IOException {
    TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
    TarArchiveEntry entry;
    while ((entry = tar.getNextEntry()) != null) {
      unpack(tar, entry, folder);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry outside its archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
