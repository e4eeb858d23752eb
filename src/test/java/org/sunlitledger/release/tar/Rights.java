package org.sunlitledger.release.tar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Who owns an entry of an archive, and what may be done with it.
 *
 * @param mode the twelve bits of Unix
 */
public record Rights(int mode, int user, int group) {
  private static final int TO_RUN = 0755;
  private static final int TO_READ = 0644;

  /** The bits but those that let a program run as its owner. */
  private static final int WITHOUT_SET_ID = 01777;

  /** How rights are found for a file. */
  @FunctionalInterface
  public interface Choice {
    Rights of(Path path) throws IOException;
  }

  /** Root's; of all rights only the one to run as the file system has it. */
  public static Rights plain(Path path) {
    boolean runs =
        Files.isSymbolicLink(path) || Files.isDirectory(path) || Files.isExecutable(path);
    return new Rights(runs ? TO_RUN : TO_READ, 0, 0);
  }

  /** As the file system has them, but no program runs as its owner. */
  public static Rights found(Path path) throws IOException {
    return new Rights(
        attribute(path, "mode") & WITHOUT_SET_ID, attribute(path, "uid"), attribute(path, "gid"));
  }

  private static int attribute(Path path, String name) throws IOException {
    return (int) Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }
}
