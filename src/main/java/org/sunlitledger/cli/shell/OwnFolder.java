package org.sunlitledger.cli.shell;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.quantity.text.Messages;

/**
 * The folder that this machine keeps, {@code var}: for its owner only, from the first line of the
 * log on. Copies that a process needs while it reads are in a folder of its own there, so that what
 * a killed one left behind is deleted by the next. A process holds a lock in its folder while it
 * lives: numbers of processes say nothing between containers, where many are number 1.
 */
public final class OwnFolder {
  private static final String COPIES = "tmp";
  private static final String LOCK = "lock";

  private OwnFolder() {}

  /** The folder, or one in it, belongs to another user of the machine. */
  public static final class Foreign extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final String owner;

    Foreign(Path folder, String owner) {
      super("%s belongs to %s".formatted(folder, owner));
      this.folder = folder;
      this.owner = owner;
    }

    public String text(Messages messages) {
      return messages.text(
          "folder.foreign", folder.toAbsolutePath(), owner, new UnixSystem().getUsername());
    }
  }

  /**
   * Makes it ready, before anything is written.
   *
   * @throws Foreign when it is another user's, as after a command that root called
   */
  public static void prepare() throws IOException, Foreign {
    prepare(Path.of(Optional.ofNullable(System.getenv("SUNLIT_FOLDER")).orElse("var")));
  }

  public static void prepare(Path folder) throws IOException, Foreign {
    OwnerOnly.folder(folder);
    if (Files.isWritable(folder)) {
      for (Path own : List.of(folder, folder.resolve("log"), folder.resolve(COPIES))) {
        requireOwn(own);
      }
      restrict(folder);
      restrict(OwnerOnly.folder(folder.resolve("log")));
      Path copies = OwnerOnly.folder(folder.resolve(COPIES));
      Claimed own = claim(copies);
      System.setProperty("java.io.tmpdir", own.folder().toString());
      Runtime.getRuntime().addShutdownHook(new Thread(own::leave));
    }
  }

  /** A folder with the lock that shows that its process lives. */
  private record Claimed(Path folder, FileLock lock) {
    void leave() {
      try {
        delete(folder);
        lock.release();
      } catch (IOException gone) {
        // the lock ends with the process
      }
    }
  }

  /**
   * One process at a time looks for folders of dead ones, so that none is seen without its lock.
   */
  private static Claimed claim(Path copies) throws IOException {
    try (FileChannel looking = open(copies.resolve(LOCK));
        FileLock one = looking.lock()) {
      deleteOfTheDead(copies);
      Path own = Files.createTempDirectory(copies.toAbsolutePath(), "");
      Claimed claimed = new Claimed(own, open(own.resolve(LOCK)).lock());
      one.release();
      return claimed;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void requireOwn(Path folder) throws IOException, Foreign {
    boolean isOwn =
        !Files.exists(folder)
            || Files.getAttribute(folder, "unix:uid").equals((int) new UnixSystem().getUid());
    if (!isOwn) {
      throw new Foreign(folder, Files.getOwner(folder).getName());
    }
  }

  private static void restrict(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static void deleteOfTheDead(Path copies) throws IOException {
    try (Stream<Path> all = Files.list(copies)) {
      for (Path folder : all.filter(Files::isDirectory).toList()) {
        if (isOfTheDead(folder)) {
          delete(folder);
        }
      }
    }
  }

  private static boolean isOfTheDead(Path folder) throws IOException {
    try (FileChannel channel = open(folder.resolve(LOCK))) {
      return channel.tryLock() != null;
    } catch (NoSuchFileException gone) {
      // its process has just ended
      return false;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> paths = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException gone) {
      // another process deletes it, or the next one will
    }
  }
}
