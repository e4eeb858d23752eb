package org.sunlitledger.intake.workbook.biff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.sunlitledger.intake.file.OleContainer;
import org.sunlitledger.intake.file.OleEntries;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/**
 * The records of a binary workbook, one at a time. POI's record stream reads the bytes; records
 * that are not needed are skipped and never become objects. A failure of POI is a fault of the
 * file.
 */
final class BiffRecords implements Closeable {
  static final int BEGIN = 0x809;
  static final int END = 0x0a;
  private static final int PASSWORD = 0x2f;
  private static final int WRITE_PROTECT = 0x86;
  private static final int CONTINUE = 0x3c;
  private static final int BIFF8 = 0x600;

  /** Several times the size of the largest sheet. */
  private static final long MAX_BYTES = 500_000_000;

  private final POIFSFileSystem container;
  private final DocumentInputStream stream;
  private RecordInputStream records;
  private int depth;
  private int begun;

  private BiffRecords(POIFSFileSystem container, DocumentInputStream stream) {
    this.container = container;
    this.stream = stream;
    this.records = new RecordInputStream(stream);
  }

  static BiffRecords open(Path file) throws FileFault, IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw WorkbookFaults.hostile("> " + MAX_BYTES, "≤ " + MAX_BYTES);
    }
    POIFSFileSystem container = container(file);
    try {
      DirectoryNode root = container.getRoot();
      Optional<String> name =
          OleEntries.WORKBOOKS.stream().filter(root::hasEntryCaseInsensitive).findFirst();
      if (name.isEmpty()) {
        throw WorkbookFaults.broken("≠ Workbook", "Workbook");
      }
      BiffRecords records = new BiffRecords(container, root.createDocumentInputStream(name.get()));
      records.begin();
      return records;
    } catch (FileFault problem) {
      container.close();
      throw problem;
    } catch (IOException | RuntimeException | AssertionError problem) {
      container.close();
      throw fault(problem, 0);
    }
  }

  private static POIFSFileSystem container(Path file) throws FileFault {
    try {
      return OleContainer.open(file);
    } catch (IOException | RuntimeException problem) {
      throw fault(problem, 0);
    }
  }

  /** Checks the first record, and unlocks a workbook that has no password of its own. */
  private void begin() throws FileFault {
    if (!records.hasNextRecord()) {
      throw WorkbookFaults.broken("BIFF …", "BIFF8");
    }
    next();
    long size = 4L + records.remaining();
    verifyVersion();
    skipRest();
    while (records.hasNextRecord() && isBeforeContents(records.getNextSid())) {
      boolean isLocked = records.getNextSid() == PASSWORD;
      records.nextRecord();
      size += 4 + records.remaining();
      if (isLocked) {
        records = decrypted((int) size);
        return;
      }
      skipRest();
    }
  }

  private static boolean isBeforeContents(int sid) {
    return sid == PASSWORD || sid == WRITE_PROTECT;
  }

  private RecordInputStream decrypted(int position) throws FileFault {
    try {
      EncryptionInfo info = new FilePassRecord(records).getEncryptionInfo();
      if (!info.getDecryptor().verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        throw WorkbookFaults.locked("FILEPASS");
      }
      return new RecordInputStream(stream, info, position);
    } catch (GeneralSecurityException | EncryptedDocumentException unknown) {
      throw WorkbookFaults.locked("FILEPASS");
    }
  }

  private void verifyVersion() throws FileFault {
    int version = sid() == BEGIN && records.remaining() >= 4 ? records.readUShort() : 0;
    if (sid() == BEGIN && version != BIFF8) {
      throw WorkbookFaults.type("Excel 95 (.xls)");
    }
    if (version != BIFF8) {
      throw WorkbookFaults.broken("BIFF …", "BIFF8");
    }
  }

  /** Moves to the next record; false at the end of the stream. */
  boolean next() throws FileFault {
    try {
      skipRest();
      if (!records.hasNextRecord()) {
        return false;
      }
      records.nextRecord();
    } catch (RuntimeException problem) {
      throw fault(problem, 0);
    }
    if (sid() == BEGIN) {
      depth++;
      begun += depth == 1 ? 1 : 0;
    } else if (sid() == END) {
      depth--;
    }
    return true;
  }

  /**
   * Moves to the beginning of the part with this number. A workbook has one part shared by all
   * sheets, and one for each sheet.
   */
  void skipTo(int part) throws FileFault, IOException {
    while (begun <= part) {
      if (!next()) {
        throw WorkbookFaults.broken("sheet " + part, "BIFF8");
      }
    }
    verifyVersion();
  }

  /** Whether the current record belongs to the part itself and not to a chart in it. */
  boolean isOwn() {
    return depth == 1 && sid() != CONTINUE;
  }

  /** Whether the part has ended. */
  boolean isOver() {
    return depth == 0;
  }

  int sid() {
    return records.getSid() & 0xffff;
  }

  RecordInputStream data() {
    return records;
  }

  /** A text of BIFF8. Its characters have one or two bytes each. */
  static String text(RecordInputStream data, int length, int flags) {
    return (flags & 1) == 0 ? data.readCompressedUnicode(length) : data.readUnicodeLEString(length);
  }

  private void skipRest() {
    records.readRemainder();
  }

  static FileFault fault(Throwable problem, int line) {
    String message = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ");
    return WorkbookFaults.broken(WorkbookFaults.clip(message), "BIFF8", line);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    container.close();
  }
}
