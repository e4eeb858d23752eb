package org.sunlitledger.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.sunlitledger.intake.line.FileFault;

/** Finds the kind of a ZIP container by the names in its directory. */
final class ZipEntries {
  /** The position of the first entry's name in the file. */
  private static final int FIRST_NAME_OFFSET = 30;

  private static final int LONGEST_FIRST_NAME_BYTES = 100;

  private ZipEntries() {}

  /**
   * The kind of a container. Without a readable directory it is a workbook if its first entry or
   * its file ending says so.
   */
  static FileKind kind(Path file) throws IOException {
    try {
      WorkbookContainer.check(file);
    } catch (FileFault noDirectory) {
      return ofBroken(file);
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      return detect(
          Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList(),
          isNamedAsWorkbook(file));
    } catch (IOException | RuntimeException broken) {
      return ofBroken(file);
    }
  }

  private static FileKind detect(List<String> names, boolean isNamedAsWorkbook) {
    if (names.contains("xl/workbook.bin")) {
      return FileKind.XLSB;
    }
    if (has(names, "xl/")) {
      return FileKind.WORKBOOK;
    }
    if (has(names, "word/")) {
      return FileKind.WORD;
    }
    if (has(names, "ppt/")) {
      return FileKind.SLIDES;
    }
    if (names.contains("mimetype") && names.contains("content.xml")) {
      return FileKind.OPEN_DOCUMENT;
    }
    if (names.contains("OFD.xml")) {
      return FileKind.PDF;
    }
    return isNamedAsWorkbook ? FileKind.WORKBOOK : FileKind.ARCHIVE;
  }

  private static boolean has(List<String> names, String folder) {
    return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(folder));
  }

  private static FileKind ofBroken(Path file) throws IOException {
    byte[] start;
    try (InputStream input = Files.newInputStream(file)) {
      start = input.readNBytes(FIRST_NAME_OFFSET + LONGEST_FIRST_NAME_BYTES);
    }
    String name =
        start.length <= FIRST_NAME_OFFSET
            ? ""
            : new String(
                start,
                FIRST_NAME_OFFSET,
                start.length - FIRST_NAME_OFFSET,
                StandardCharsets.ISO_8859_1);
    boolean isWorkbook =
        name.startsWith("[Content_Types].xml")
            || name.startsWith("_rels/.rels")
            || name.startsWith("docProps/")
            || name.startsWith("xl/");
    return isWorkbook || isNamedAsWorkbook(file) ? FileKind.WORKBOOK : FileKind.UNKNOWN;
  }

  private static boolean isNamedAsWorkbook(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".xlsx") || name.endsWith(".xlsm");
  }
}
