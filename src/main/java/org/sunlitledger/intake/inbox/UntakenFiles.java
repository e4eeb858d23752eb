package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.file.IntakeSettings;

/** The files that lie in the configured inbox until a run takes them. */
@Component
public final class UntakenFiles {
  private final InboxFiles files;
  private final HiddenNames hidden;
  private final JdbcClient jdbc;
  private final Path inbox;
  private final Clock clock;

  UntakenFiles(
      InboxFiles files, HiddenNames hidden, JdbcClient jdbc, IntakeSettings settings, Clock clock) {
    this.files = files;
    this.hidden = hidden;
    this.jdbc = jdbc;
    this.inbox = settings.inbox();
    this.clock = clock;
  }

  /**
   * A file.
   *
   * @param name with its folders below the inbox, as people read it
   * @param since when it was last written
   */
  public record UntakenFile(String name, Path path, long bytes, OffsetDateTime since) {

    /** The file at a place below a folder; empty when it has gone. */
    public static Optional<UntakenFile> at(Path root, Path file, ZoneId zone) throws IOException {
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return Optional.of(
            new UntakenFile(
                FilePath.shown(root, file),
                file,
                attributes.size(),
                attributes.lastModifiedTime().toInstant().atZone(zone).toOffsetDateTime()));
      } catch (NoSuchFileException taken) {
        return Optional.empty();
      }
    }
  }

  /** The configured inbox, without links in its path. It is created if it does not exist. */
  public Path inbox() throws IOException {
    return Files.createDirectories(inbox).toRealPath();
  }

  /** All of them, by name. Entries that the system made are left out. */
  public List<UntakenFile> all() throws IOException {
    Path root = inbox();
    List<UntakenFile> untaken = new ArrayList<>();
    for (InboxFiles.InboxFile entry : files.now(root)) {
      if (entry.state().isDelivery() || entry.state() == EntryState.UNFINISHED) {
        UntakenFile.at(root, entry.path(), clock.getZone()).ifPresent(untaken::add);
      }
    }
    return untaken;
  }

  /**
   * One of them.
   *
   * @param name as {@link #all} shows it
   */
  public Optional<UntakenFile> find(String name) throws IOException {
    return all().stream().filter(file -> file.name().equals(name)).findFirst();
  }

  /**
   * Whether a run has begun to read the file at this place and has not brought it into the archive
   * yet. A run does that at its end; what a killed one has left, the next does.
   */
  public boolean isBeingTaken(Path file) throws IOException {
    List<Begun> begun =
        jdbc.sql(
                """
                select status in ('received', 'loading', 'loaded') as is_being_read, sha256
                from delivery
                where path = :path
                  and archived_as is null
                  and status <> 'offered'
                """)
            .param("path", hidden.kept(file))
            .query(Begun.class)
            .list();
    if (begun.stream().anyMatch(Begun::isBeingRead)) {
      return true;
    }
    if (begun.isEmpty() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    String now = FileSurvey.sha256(file);
    return begun.stream().anyMatch(one -> one.sha256().equals(now));
  }

  private record Begun(boolean isBeingRead, String sha256) {}

  /** Whether a run would read a file with this name, and not leave it out for its name. */
  public boolean isNameOfFile(String name) {
    return EntryName.isOfFile(name)
        && EntryName.state(name, clock.instant(), clock.instant()) == EntryState.FILE;
  }
}
