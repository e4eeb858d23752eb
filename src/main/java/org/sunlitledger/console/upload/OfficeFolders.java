package org.sunlitledger.console.upload;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Accounts;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.receive.Shelf;
import org.sunlitledger.console.receive.ShelfRoot;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.inbox.UntakenFiles;

/** The folders of the inbox, one for each office, into which somebody may put files. */
@Component
final class OfficeFolders implements ShelfRoot {
  /** The inbox itself. */
  private static final String NO_OFFICE = "";

  private final UntakenFiles untaken;
  private final Accounts accounts;

  OfficeFolders(UntakenFiles untaken, Accounts accounts) {
    this.untaken = untaken;
    this.accounts = accounts;
  }

  @Override
  public Path root() throws IOException {
    return untaken.inbox();
  }

  /** The office of files for which none is named: the person's own, or none. */
  String first(SignedIn person) {
    return Optional.ofNullable(person.office()).orElse(NO_OFFICE);
  }

  /** The offices for which this person may hand in files. */
  List<String> choices(SignedIn person) throws IOException {
    return List.copyOf(folders(person).keySet());
  }

  /** The folder of an office, which is created if needed; empty if this person may not use it. */
  Optional<Shelf> shelf(SignedIn person, String office) throws IOException {
    return folder(person, office).map(folder -> new InboxShelf(untaken, office, folder));
  }

  private Optional<Path> folder(SignedIn person, String office) throws IOException {
    Optional<Path> folder = Optional.ofNullable(folders(person).get(office));
    if (folder.isPresent() && !Files.isDirectory(folder.get(), LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(folder.get());
      } catch (FileAlreadyExistsException other) {
        // made at the same moment, or a link or a file, which is no folder of an office
        return folder.filter(made -> Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS));
      }
    }
    return folder;
  }

  private SortedMap<String, Path> folders(SignedIn person) throws IOException {
    Path inbox = untaken.inbox();
    SortedMap<String, Path> folders = new TreeMap<>();
    String own = person.office();
    Stream<String> offices =
        own == null
            ? accounts.all().stream().map(Account::office).flatMap(Optional::stream)
            : Stream.of(own);
    offices
        .filter(office -> isBelow(inbox, office))
        .forEach(office -> folders.put(office, inbox.resolve(office)));
    try (Stream<Path> there = Files.list(inbox)) {
      there
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !FilePath.shown(inbox, path).startsWith("."))
          .filter(path -> own == null || FilePath.shown(inbox, path).equals(own))
          .forEach(path -> folders.put(FilePath.shown(inbox, path), path));
    }
    if (own == null) {
      folders.put(NO_OFFICE, inbox);
    }
    return folders;
  }

  /** Whether an office's name is the name of a folder right below the inbox. */
  private static boolean isBelow(Path inbox, String office) {
    return !office.isBlank()
        && !office.startsWith(".")
        && !office.contains("/")
        && !office.contains("\\")
        && office.indexOf('\0') < 0
        && inbox.equals(inbox.resolve(office).getParent());
  }
}
