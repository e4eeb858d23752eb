package org.sunlitledger.backup;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.StreamUtils;
import org.sunlitledger.backup.Manifest.CopiedFile;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.quantity.digest.DigestStream;

/** Writes the files of a backup to the disk and keeps the list of them. */
final class CopiedFiles {
  private static final Path ROOT = Path.of("/folder");

  private final Path backup;
  private final List<CopiedFile> files = new ArrayList<>();

  CopiedFiles(Path backup) {
    this.backup = backup;
  }

  /** Writes what a file contains. */
  interface Content {
    void writeTo(OutputStream out) throws IOException, SQLException;
  }

  /**
   * Writes a file.
   *
   * @param path of the file that it is a copy of, below its root, as the database keeps paths
   */
  void add(Place place, String path, Content content) throws IOException, SQLException {
    String name = place.folder() + "/" + name(path);
    Path file = backup.resolve(name);
    OwnerOnly.folder(file.resolveSibling(""));
    try (FileOutputStream disk = new FileOutputStream(file.toFile());
        DigestStream out = new DigestStream(new BufferedOutputStream(disk, 1 << 16))) {
      content.writeTo(StreamUtils.nonClosing(out));
      out.flush();
      disk.getFD().sync();
      files.add(new CopiedFile(place, name, path, out.bytes(), out.sha256()));
    }
  }

  /**
   * Copies a file. A link is not followed, and a file that has gone is left out.
   *
   * @param root folder that contains the file
   */
  void copy(Place place, Path root, Path file) throws IOException, SQLException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      add(place, FilePath.below(root, file), in::transferTo);
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  List<CopiedFile> all() {
    return List.copyOf(files);
  }

  /** The name of the file itself if it is in UTF-8, else a number. */
  private String name(String path) {
    String shown = FilePath.shown(ROOT, FilePath.in(ROOT, path));
    return FilePath.below(ROOT, ROOT.resolve(shown)).equals(path) ? shown : "~" + files.size();
  }
}
