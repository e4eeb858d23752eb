package org.sunlitledger.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.sunlitledger.release.tar.FolderTar;
import org.sunlitledger.release.tar.Rights;

/**
 * A folder as {@code .tar.gz}, the same bytes for the same files: sorted by name, with one date,
 * one owner, and of all rights only the one to run as the file system has it.
 */
final class Archive {
  private static final int BEST_COMPRESSION = 9;

  private Archive() {}

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
        FolderTar tar = new FolderTar(gzip, date)) {
      tar.addContent(folder, folder.getFileName() + "/", Rights::plain, path -> true);
    }
  }
}
