package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.file.IntakeSettings;

/**
 * Moves imported files of the configured inbox to a folder for the day on which they were received,
 * which only its owner may read. Only bytes that were read are moved: a file that was replaced
 * afterwards stays for the next run.
 */
@Component
public final class Archive {
  private final JdbcClient jdbc;
  private final HiddenNames hidden;
  private final InboxEntries entries;
  private final Path folder;
  private final Path inbox;
  private final Clock clock;

  Archive(
      JdbcClient jdbc,
      HiddenNames hidden,
      InboxEntries entries,
      IntakeSettings settings,
      DatabaseSettings folders,
      Clock clock) {
    this.jdbc = jdbc;
    this.hidden = hidden;
    this.entries = entries;
    this.folder = settings.archiveOf(folders);
    this.inbox = settings.inbox();
    this.clock = clock;
  }

  /**
   * A file whose deliveries were all imported or rejected.
   *
   * @param id id of its first delivery
   * @param day when it was received: a move that was interrupted is completed in the same folder,
   *     whatever the day
   */
  private record Imported(long id, String path, String sha256, LocalDate day) {}

  /** The folder from which files are moved. */
  public Path inbox() {
    return inbox;
  }

  /** Moves imported files that are not moved yet. An interrupted move is completed. */
  public void moveImported() throws IOException {
    String root = hidden.kept(FilePath.real(inbox)) + "/";
    List<Imported> imported =
        jdbc.sql(
                """
                select min(id), path, sha256, min(received_at)
                from delivery
                where archived_as is null
                  and starts_with(path, :root)
                group by path, sha256
                having bool_and(status in ('live', 'refused', 'superseded', 'held'))
                order by min(id)
                """)
            .param("root", root)
            .query(
                (row, at) ->
                    new Imported(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class)
                            .atZoneSameInstant(clock.getZone())
                            .toLocalDate()))
            .list();
    for (Imported file : imported) {
      move(file);
    }
  }

  private void move(Imported imported) throws IOException {
    Path file = hidden.find(imported.path());
    Path day = OwnerOnly.folder(folder.resolve(imported.day().toString()));
    Path target = day.resolve(imported.id() + ending(file));
    boolean isThere = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    boolean wasMoved = Files.exists(target) && isAsRead(target, imported);
    if (!wasMoved && !(isThere && isAsRead(file, imported) && moveAsRead(file, target, imported))) {
      return;
    }
    keepForOwner(target);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      entries.move(file);
    }
    jdbc.sql(
            """
            update delivery
            set archived_as = :target
            where path = :path
              and sha256 = :sha
              and archived_as is null
            """)
        .param("target", FilePath.kept(target))
        .param("path", imported.path())
        .param("sha", imported.sha256())
        .update();
  }

  private static boolean isAsRead(Path file, Imported imported) throws IOException {
    try {
      return FileSurvey.sha256(file).equals(imported.sha256());
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /**
   * Moves a file and checks it afterwards, because it may be replaced at the last moment. A file
   * that differs from the bytes read is moved back.
   */
  private static boolean moveAsRead(Path file, Path target, Imported imported) throws IOException {
    try {
      // an interrupted copy to another disk may have left a file here
      Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException gone) {
      return false;
    }
    if (isAsRead(target, imported)) {
      return true;
    }
    try {
      Files.move(target, file);
    } catch (FileAlreadyExistsException replacedAgain) {
      Files.move(target, FilePath.in(file.resolveSibling(""), imported.id() + "-", file));
    }
    return false;
  }

  /** What somebody else has put into the inbox still belongs to them: a copy takes its place. */
  private static void keepForOwner(Path file) throws IOException {
    Set<PosixFilePermission> rights = PosixFilePermissions.fromString("rw-------");
    if (Files.getOwner(file).equals(Files.getOwner(file.resolveSibling("")))) {
      Files.setPosixFilePermissions(file, rights);
      return;
    }
    Path copy = file.resolveSibling(file.getFileName() + ".copy");
    Files.deleteIfExists(copy);
    Files.createFile(copy, PosixFilePermissions.asFileAttribute(rights));
    try (FileChannel content = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      Files.copy(file, Channels.newOutputStream(content));
      content.force(true);
    }
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The file ending. The file's name may identify a person; the number of its delivery identifies
   * the file.
   */
  private static String ending(Path file) {
    String name = FilePath.shown(file);
    String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
    return ending.matches("[.][0-9A-Za-z]{1,8}") ? ending : "";
  }
}
