package org.sunlitledger.intake.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Finds the kind of an OLE container by the names of its streams. */
public final class OleEntries {
  /** The possible names of a workbook's stream; the first one that exists is read. */
  public static final List<String> WORKBOOKS = List.of("Workbook", "WORKBOOK", "Book", "BOOK");

  private OleEntries() {}

  /**
   * The kind of a container. A damaged container counts as a workbook, so that the workbook reader
   * reports the damage.
   */
  static FileKind kind(Path file) {
    try (POIFSFileSystem container = OleContainer.open(file)) {
      return detect(container.getRoot().getEntryNames(), file);
    } catch (IOException | RuntimeException broken) {
      return otherwise(file);
    }
  }

  private static FileKind detect(Set<String> names, Path file) {
    if (names.contains("EncryptedPackage")) {
      return FileKind.LOCKED_WORKBOOK;
    }
    if (names.stream().anyMatch(WORKBOOKS::contains)) {
      return FileKind.BINARY_WORKBOOK;
    }
    if (names.contains("WordDocument")) {
      return FileKind.WORD;
    }
    return names.contains("PowerPoint Document") ? FileKind.SLIDES : otherwise(file);
  }

  private static FileKind otherwise(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean isOther = name.endsWith(".doc") || name.endsWith(".wps") || name.endsWith(".ppt");
    return isOther ? FileKind.UNKNOWN : FileKind.BINARY_WORKBOOK;
  }
}
