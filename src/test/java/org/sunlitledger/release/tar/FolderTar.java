package org.sunlitledger.release.tar;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar archive, the same bytes for the same files: sorted by name, with one date. */
public final class FolderTar implements Closeable {
  private final TarArchiveOutputStream tar;
  private final FileTime date;

  /**
   * @param date of every entry
   */
  public FolderTar(OutputStream output, Instant date) {
    this.tar = new TarArchiveOutputStream(output, "UTF-8");
    this.date = FileTime.from(date);
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /**
   * Adds what is in a folder, not the folder itself.
   *
   * @param prefix of the names
   * @param wanted decides by the path from the folder on
   * @throws IOException also for what is neither file nor folder nor symbolic link
   */
  public void addContent(Path folder, String prefix, Rights.Choice rights, Predicate<Path> wanted)
      throws IOException {
    for (Path path : FolderTree.below(folder)) {
      Path name = folder.relativize(path);
      if (wanted.test(name)) {
        add(path, prefix + name, rights.of(path));
      }
    }
  }

  /** Adds a folder. */
  public void addFolder(String name, Rights rights) throws IOException {
    put(new TarArchiveEntry(name + "/"), rights);
    tar.closeArchiveEntry();
  }

  /** Adds a file with this content. */
  public void addFile(String name, byte[] content, Rights rights) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    put(entry, rights);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Adds a symbolic link. */
  public void addLink(String name, String target, Rights rights) throws IOException {
    TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    link.setLinkName(target);
    put(link, rights);
    tar.closeArchiveEntry();
  }

  private void add(Path path, String name, Rights rights) throws IOException {
    if (Files.isSymbolicLink(path)) {
      addLink(name, Files.readSymbolicLink(path).toString(), rights);
    } else if (Files.isDirectory(path)) {
      addFolder(name, rights);
    } else if (Files.isRegularFile(path)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(Files.size(path));
      put(entry, rights);
      Files.copy(path, tar);
      tar.closeArchiveEntry();
    } else {
      throw new IOException(path + " is neither file nor folder nor symbolic link");
    }
  }

  private void put(TarArchiveEntry entry, Rights rights) throws IOException {
    entry.setMode(rights.mode());
    entry.setIds(rights.user(), rights.group());
    if (rights.user() == 0 && rights.group() == 0) {
      entry.setNames("root", "root");
    }
    entry.setLastModifiedTime(date);
    tar.putArchiveEntry(entry);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
