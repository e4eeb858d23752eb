package org.sunlitledger.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.database.file.WholeFile;
import org.sunlitledger.quantity.digest.DigestStream;
import org.sunlitledger.storage.StorageFault.FaultKind;

/**
 * The folder of the storage: for each close {@code YEAR/stored-N} with a file for each delivery and
 * a list of digests. A folder is there whole or not at all.
 */
public final class StorageFolder {
  /** The list of digests, as {@code sha256sum -c} reads it. */
  public static final String LIST = "SHA256SUMS";

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path root;

  StorageFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** The folder of a close, below the root. */
  public static String folder(int year, int number) {
    return "%d/stored-%d".formatted(year, number);
  }

  /** What the audit trail says of a move. */
  public static String event(String folder, String sha256) {
    return "%s sha256 %s".formatted(folder, sha256);
  }

  /**
   * Begins a folder under another name. What a killed process has left behind of it is deleted:
   * nobody has recorded it.
   */
  public Path begin(String folder) throws IOException {
    Path whole = root.resolve(folder);
    Path unfinished = whole.resolveSibling("." + whole.getFileName() + ".unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    FileSystemUtils.deleteRecursively(whole);
    return OwnerOnly.folder(unfinished);
  }

  /** The list of the files of a folder, in the order of their names. */
  public static byte[] list(List<StoredFile> files) {
    StringBuilder list = new StringBuilder();
    files.stream()
        .sorted(Comparator.comparing(StoredFile::file))
        .forEach(file -> list.append(file.sha256()).append("  ").append(file.file()).append('\n'));
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Adds the list and gives the folder its name, all of it on the disk. */
  public void finish(Path unfinished, String folder, byte[] list) throws IOException {
    WholeFile.write(unfinished.resolve(LIST), list, WholeFile.OWNER);
    sync(unfinished.resolve(LIST));
    sync(unfinished);
    Path whole = root.resolve(folder);
    Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    sync(whole.resolveSibling("").normalize());
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * The CSV in a file, after its digest was compared.
   *
   * @throws StorageFault when the file is missing or is not the one that was written
   */
  InputStream open(StoredFile file) {
    return open(path(file), file);
  }

  /** The same in a folder that is being written. */
  public InputStream open(Path path, StoredFile file) {
    require(path, file);
    try {
      return new BufferedInputStream(
          new GZIPInputStream(Files.newInputStream(path), BUFFER_BYTES), BUFFER_BYTES);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /**
   * Compares the digest of a file.
   *
   * @throws StorageFault when the file is missing or is not the one that was written
   */
  public void require(StoredFile file) {
    require(path(file), file);
  }

  private static void require(Path path, StoredFile file) {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new StorageFault(FaultKind.MISSING, path);
    }
    try {
      DigestStream digest = DigestStream.of(path);
      if (digest.bytes() != file.bytes() || !digest.sha256().equals(file.sha256())) {
        throw new StorageFault(FaultKind.CHANGED, path);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Nothing that the database says leads out of the folder. */
  private Path path(StoredFile file) {
    Path path = root.resolve(file.folder()).resolve(file.file()).normalize();
    if (!path.startsWith(root)) {
      throw new StorageFault(FaultKind.MISSING, path);
    }
    return path;
  }
}
