package org.sunlitledger.intake.workbook.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.sunlitledger.intake.file.WorkbookContainer;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/**
 * Reads a whole workbook before the library does and rejects harmful content. Every entry is
 * inflated once while its bytes are counted, and every XML part is scanned. The guard opens the zip
 * with the same reader as the library, so that both see the same entries.
 */
final class WorkbookGuard {
  private static final long MAX_BYTES_IN_PART = 1L << 30;
  private static final long MAX_BYTES_IN_ALL = 2L << 30;
  private static final long MAX_INFLATION = 100;
  private static final long INFLATION_CHECKED_FROM_BYTES = 10_000_000;

  private final long fileBytes;
  private final WorkbookPartBounds bounds = new WorkbookPartBounds();
  private final Set<String> names = new HashSet<>();
  private long all;

  private WorkbookGuard(long fileBytes) {
    this.fileBytes = fileBytes;
  }

  /**
   * Reads a workbook's parts.
   *
   * @return the properties collected for its sheets
   */
  static SheetShapeScan check(Path file) throws FileFault, IOException {
    WorkbookContainer.check(file);
    WorkbookGuard guard = new WorkbookGuard(Files.size(file));
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        guard.entry(zip, entry);
      }
    } catch (IOException problem) {
      // The zip reader reports a broken zip like this, too. It is one if the bytes can be read at
      // all.
      Files.copy(file, OutputStream.nullOutputStream());
      throw WorkbookFaults.broken("ZIP: " + problem.getMessage(), "ZIP");
    } catch (RuntimeException problem) {
      throw WorkbookFaults.broken("ZIP: " + problem.getMessage(), "ZIP");
    }
    guard.bounds.end();
    if (!guard.names.contains("[content_types].xml")) {
      throw WorkbookFaults.broken("", "[Content_Types].xml");
    }
    return guard.bounds.shapes();
  }

  private void entry(ZipFile zip, ZipArchiveEntry entry) throws FileFault, IOException {
    String name = entry.getName();
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw WorkbookFaults.hostile("2 × " + name, "1 × " + name);
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw WorkbookFaults.locked(name);
    }
    if (entry.getMethod() != ZipArchiveEntry.STORED
        && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
      throw WorkbookFaults.broken(name + " " + entry.getMethod(), "STORED, DEFLATED");
    }
    try (InputStream raw = zip.getInputStream(entry);
        BufferedInputStream input = new BufferedInputStream(raw)) {
      if (raw == null) {
        throw WorkbookFaults.broken(name, "ZIP");
      }
      part(name, entry, input);
    }
  }

  private void part(String name, ZipArchiveEntry entry, InputStream input)
      throws FileFault, IOException {
    long packed = Math.min(fileBytes, Math.max(1, entry.getCompressedSize()));
    long bytes = 0;
    CRC32 sum = new CRC32();
    byte[] block = new byte[1 << 16];
    XmlPartScan scan = new XmlPartScan(bounds);
    boolean isXml = false;
    bounds.begin(name);
    for (int read = input.readNBytes(block, 0, block.length);
        read > 0;
        read = input.readNBytes(block, 0, block.length)) {
      isXml |= bytes == 0 && looksLikeXml(block, read);
      bytes += read;
      all += read;
      sum.update(block, 0, read);
      count(name, bytes, packed);
      if (isXml) {
        scan.accept(block, read);
      }
    }
    if (isXml) {
      scan.end();
    }
    if (bytes != entry.getSize() || sum.getValue() != entry.getCrc()) {
      throw WorkbookFaults.broken(name + " CRC", "ZIP");
    }
  }

  private void count(String name, long bytes, long packed) throws FileFault {
    if (bytes > MAX_BYTES_IN_PART) {
      throw WorkbookFaults.hostile(
          name + " > " + MAX_BYTES_IN_PART, name + " ≤ " + MAX_BYTES_IN_PART);
    }
    if (all > MAX_BYTES_IN_ALL) {
      throw WorkbookFaults.hostile("> " + MAX_BYTES_IN_ALL, "≤ " + MAX_BYTES_IN_ALL);
    }
    if ((bytes > INFLATION_CHECKED_FROM_BYTES && bytes / packed > MAX_INFLATION)
        || (all > INFLATION_CHECKED_FROM_BYTES && all / fileBytes > MAX_INFLATION)) {
      throw WorkbookFaults.hostile(
          name + " > " + MAX_INFLATION + " : 1", "≤ " + MAX_INFLATION + " : 1");
    }
  }

  /**
   * Decides by the bytes that a parser would take for XML and not by the name. The scan rejects
   * text in UTF-16.
   */
  static boolean looksLikeXml(byte[] block, int length) {
    for (int i = 0; i < Math.min(length, 64); i++) {
      int glyph = block[i] & 0xff;
      if (glyph == '<') {
        return true;
      }
      boolean isPassedOver =
          glyph <= ' ' || glyph == 0xef || glyph == 0xbb || glyph == 0xbf || glyph >= 0xfe;
      if (!isPassedOver) {
        return false;
      }
    }
    return length > 64 && new String(block, 0, 64, StandardCharsets.US_ASCII).isBlank();
  }
}
