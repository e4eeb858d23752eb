package org.sunlitledger.cli.shell;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * a killed one left behind is deleted by the next.
 */
public final class OwnFolder {
  private static final String COPIES = "tmp";

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
      deleteOfTheDead(copies);
      Path own =
          OwnerOnly.folder(copies.resolve(String.valueOf(ProcessHandle.current().pid())))
              .toAbsolutePath();
      System.setProperty("java.io.tmpdir", own.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(own)));
    }
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
      all.filter(OwnFolder::isOfTheDead).forEach(OwnFolder::delete);
    }
  }

  private static boolean isOfTheDead(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(name)).isEmpty();
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
