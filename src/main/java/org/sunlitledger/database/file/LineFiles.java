package org.sunlitledger.database.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.springframework.stereotype.Component;

/**
 * Files with values of lines, such as lists of rejects and of discrepancies. Only their owner may
 * read them, or also a configured group. Reports are for everybody and are written elsewhere.
 */
@Component
public final class LineFiles {
  private final FileSettings settings;

  LineFiles(FileSettings settings) {
    this.settings = settings;
  }

  /** Writes a file completely or not at all. */
  public void write(Path file, byte[] bytes) throws IOException {
    Path unfinished = begin(file);
    try {
      Files.write(unfinished, bytes);
      finish(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Creates a temporary file beside the target, for its owner only. */
  public Path begin(Path file) throws IOException {
    return WholeFile.begin(file);
  }

  /** Moves the temporary file to the place of the target. */
  public void finish(Path unfinished, Path file) throws IOException {
    if (settings.group() != null && !settings.group().isBlank()) {
      PosixFileAttributeView view =
          Files.getFileAttributeView(unfinished, PosixFileAttributeView.class);
      view.setGroup(group(unfinished, settings.group()));
      view.setPermissions(PosixFilePermissions.fromString("rw-r-----"));
    }
    WholeFile.finish(unfinished, file);
  }

  private static GroupPrincipal group(Path file, String name) throws IOException {
    try {
      return file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(name);
    } catch (UserPrincipalNotFoundException none) {
      throw new IOException(
          "没有用户组 %1$s（SUNLIT_FILES_GROUP） / there is no group %1$s (SUNLIT_FILES_GROUP)"
              .formatted(name),
          none);
    }
  }
}
