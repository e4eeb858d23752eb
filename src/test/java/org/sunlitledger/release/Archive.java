package org.sunlitledger.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A folder as {@code .tar.gz}, the same bytes for the same files: sorted by name, with one date,
 * one owner, and of all rights only the one to run as the file system has it.
 */
final class Archive {
  private static final int TO_RUN = 0755;
  private static final int TO_READ = 0644;
  private static final int BEST_COMPRESSION = 9;

  private final TarArchiveOutputStream tar;
  private final FileTime date;

  private Archive(TarArchiveOutputStream tar, Instant date) {
    this.tar = tar;
    this.date = FileTime.from(date);
  }

  /**
   * Writes a folder under its own name.
   *
   * @param date of every file in the archive
   */
  static void write(Path folder, Instant date, Path file) throws IOException {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(BEST_COMPRESSION);
    try (OutputStream output = Files.newOutputStream(file);
        OutputStream gzip = new GzipCompressorOutputStream(output, parameters);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      Archive archive = new Archive(tar, date);
      for (Path path : FolderTree.below(folder)) {
        archive.add(path, folder.getFileName() + "/" + folder.relativize(path));
      }
    }
  }

  private void add(Path path, String name) throws IOException {
    if (Files.isSymbolicLink(path)) {
      TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(Files.readSymbolicLink(path).toString());
      put(link, TO_RUN);
    } else if (Files.isDirectory(path)) {
      put(new TarArchiveEntry(name + "/"), TO_RUN);
    } else {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(Files.size(path));
      put(entry, Files.isExecutable(path) ? TO_RUN : TO_READ);
      Files.copy(path, tar);
    }
    tar.closeArchiveEntry();
  }

  private void put(TarArchiveEntry entry, int mode) throws IOException {
    entry.setMode(mode);
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    entry.setLastModifiedTime(date);
    tar.putArchiveEntry(entry);
  }
}
