package org.sunlitledger.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.database.file.OwnerOnly;

/**
 * The folder that contains a county's backups, each in a folder of its own. A backup has another
 * name until it is whole, and again while it is deleted. Several counties may use one folder.
 *
 * @param keyMark recognises the county's backups
 */
record BackupFolder(Path folder, String keyMark) {
  private static final Pattern NAME = Pattern.compile("sunlit-[0-9]{8}-[0-9]{6}");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("'sunlit-'uuuuMMdd-HHmmss");
  private static final String UNFINISHED = ".unfinished";
  private static final int MARK_CHARACTERS = 8;

  /**
   * A backup that is complete.
   *
   * @param schema the last migration that had been applied
   */
  record WholeBackup(Path folder, Instant takenAt, boolean isGood, String schema) {}

  /** Begins a backup, and deletes what a killed process has left behind. */
  Path begin(LocalDateTime now) throws IOException {
    OwnerOnly.folder(folder);
    for (Path child : children()) {
      String name = child.getFileName().toString();
      if (name.startsWith(unfinishedPrefix()) && name.endsWith(UNFINISHED)) {
        FileSystemUtils.deleteRecursively(child);
      }
    }
    return OwnerOnly.folder(unfinished(now.format(MOMENT)));
  }

  /** Gives a backup its name. */
  Path finish(Path unfinished) throws IOException {
    String name = unfinished.getFileName().toString();
    Path whole =
        folder.resolve(
            name.substring(unfinishedPrefix().length(), name.length() - UNFINISHED.length()));
    return Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The county's backups that are whole. */
  List<WholeBackup> all() throws IOException {
    List<WholeBackup> all = new ArrayList<>();
    for (Path child : children()) {
      if (NAME.matcher(child.getFileName().toString()).matches()
          && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        add(child, all);
      }
    }
    return all;
  }

  private void add(Path child, List<WholeBackup> all) {
    try {
      Manifest manifest = Manifest.read(child);
      if (manifest.keyMark().equals(keyMark)) {
        all.add(new WholeBackup(child, manifest.takenAt(), manifest.isGood(), manifest.schema()));
      }
    } catch (BackupRefused notOurs) {
      // a folder that this program cannot read is left alone
      return;
    }
  }

  void delete(WholeBackup backup) throws IOException {
    Path unfinished = unfinished(backup.folder().getFileName().toString());
    Files.move(backup.folder(), unfinished, StandardCopyOption.ATOMIC_MOVE);
    FileSystemUtils.deleteRecursively(unfinished);
  }

  private Path unfinished(String name) {
    return folder.resolve(unfinishedPrefix() + name + UNFINISHED);
  }

  private String unfinishedPrefix() {
    return "." + keyMark.substring(0, MARK_CHARACTERS) + "-";
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
