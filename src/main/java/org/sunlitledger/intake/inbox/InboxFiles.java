package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.IntakeSettings;

/**
 * Lists the entries of an inbox in a stable order, each with its state. Nothing in the folder is
 * skipped: objects other than readable files are entries too.
 */
@Component
final class InboxFiles {
  private final Duration quietPeriod;
  private final Clock clock;

  InboxFiles(IntakeSettings settings, Clock clock) {
    this.quietPeriod = settings.quietPeriod();
    this.clock = clock;
  }

  /** An entry of an inbox. */
  record InboxFile(Path path, EntryState state) {}

  private record Stamp(FileTime changed, long bytes) {
    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(attributes.lastModifiedTime(), attributes.size());
    }

    static Optional<Stamp> of(Path file) throws IOException {
      try {
        return Optional.of(of(Files.readAttributes(file, BasicFileAttributes.class)));
      } catch (NoSuchFileException gone) {
        return Optional.empty();
      }
    }
  }

  /** Every entry below a folder as it is now, without waiting for files that are being written. */
  List<InboxFile> now(Path inbox) throws IOException {
    FolderVisit look = new FolderVisit(inbox);
    Files.walkFileTree(inbox, look);
    return look.entries.stream().sorted(Comparator.comparing(InboxFile::path)).toList();
  }

  /** Every entry below a folder, ordered by path. */
  List<InboxFile> in(Path inbox) throws IOException {
    FolderVisit look = new FolderVisit(inbox);
    Files.walkFileTree(inbox, look);
    waitUntilQuiet(look.stamps);
    List<InboxFile> entries = new ArrayList<>();
    for (InboxFile entry : look.entries) {
      Stamp before = look.stamps.get(entry.path());
      entries.add(
          before == null || entry.state() != EntryState.FILE
              ? entry
              : new InboxFile(entry.path(), stateNow(entry.path(), before)));
    }
    entries.sort(Comparator.comparing(InboxFile::path));
    return entries;
  }

  /** The state of one file by its name and kind, without waiting. */
  EntryState state(Path inbox, Path file) throws IOException {
    return state(
        inbox,
        file,
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  private EntryState state(Path inbox, Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return EntryState.LINK;
    }
    if (!attributes.isRegularFile()) {
      return EntryState.SPECIAL;
    }
    Instant changed = attributes.lastModifiedTime().toInstant();
    return EntryName.state(FilePath.shown(inbox, file), changed, clock.instant());
  }

  private static EntryState stateNow(Path file, Stamp before) throws IOException {
    return Stamp.of(file)
        .map(now -> now.equals(before) ? EntryState.FILE : EntryState.UNFINISHED)
        .orElse(EntryState.VANISHED);
  }

  private void waitUntilQuiet(Map<Path, Stamp> stamps) {
    Instant quietSince = clock.instant().minus(quietPeriod);
    boolean recent =
        stamps.values().stream().anyMatch(stamp -> stamp.changed().toInstant().isAfter(quietSince));
    if (recent) {
      try {
        Thread.sleep(quietPeriod.toMillis());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Collects everything below a folder. Links are not followed. */
  private final class FolderVisit extends SimpleFileVisitor<Path> {
    private final Path inbox;
    private final List<InboxFile> entries = new ArrayList<>();
    private final Map<Path, Stamp> stamps = new HashMap<>();
    private int filesBefore;

    FolderVisit(Path inbox) {
      this.inbox = inbox;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(inbox)) {
        return FileVisitResult.CONTINUE;
      }
      if (EntryName.isOfSystem(FilePath.shown(inbox, folder))) {
        entries.add(new InboxFile(folder, EntryState.SYSTEM));
        return FileVisitResult.SKIP_SUBTREE;
      }
      filesBefore = entries.size();
      return FileVisitResult.CONTINUE;
    }

    /** A folder that has the name of a file, or has no files, is an entry itself. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
      boolean isOwn = folder.equals(inbox);
      if (problem != null) {
        entries.add(new InboxFile(folder, EntryState.UNREADABLE));
      } else if (!isOwn
          && (entries.size() == filesBefore || EntryName.isOfFile(FilePath.shown(inbox, folder)))) {
        entries.add(new InboxFile(folder, EntryState.FOLDER));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      EntryState state = state(inbox, file, attributes);
      entries.add(new InboxFile(file, state));
      if (state == EntryState.FILE) {
        stamps.put(file, Stamp.of(attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      boolean isGone = problem instanceof NoSuchFileException;
      entries.add(new InboxFile(file, isGone ? EntryState.VANISHED : EntryState.UNREADABLE));
      return FileVisitResult.CONTINUE;
    }
  }
}
