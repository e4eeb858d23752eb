package org.sunlitledger.intake.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;

/** Checks the container of a workbook: a zip file with a directory of plausible size. */
public final class WorkbookContainer {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private static final int DIRECTORY_END_BYTES = 22;
  private static final int DIRECTORY_END_SIGN = 0x06054b50;
  private static final int LONGEST_COMMENT_BYTES = 0xffff;

  /** Enough for about ten thousand entries; a workbook has dozens. */
  private static final long LARGEST_DIRECTORY_BYTES = 2L << 20;

  private WorkbookContainer() {}

  public static void check(Path file) throws FileFault, IOException {
    try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
      if (bytes.size() == 0) {
        throw new FileFault(ShapeRule.FILE_EMPTY, "0", "> 0");
      }
      byte[] start = new byte[(int) Math.min(OLE.length, bytes.size())];
      fill(start, bytes);
      if (Arrays.equals(start, OLE)) {
        throw isEncrypted(bytes)
            ? WorkbookFaults.locked("EncryptedPackage")
            : WorkbookFaults.type(".xls");
      }
      if (start.length < ZIP.length || !Arrays.equals(Arrays.copyOf(start, ZIP.length), ZIP)) {
        throw WorkbookFaults.broken("≠ ZIP", "ZIP");
      }
      directory(bytes);
    }
  }

  private static void directory(SeekableByteChannel bytes) throws FileFault, IOException {
    byte[] tail =
        new byte[(int) Math.min(bytes.size(), DIRECTORY_END_BYTES + LONGEST_COMMENT_BYTES)];
    bytes.position(bytes.size() - tail.length);
    fill(tail, bytes);
    ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    int at = tail.length - DIRECTORY_END_BYTES;
    while (at >= 0 && end.getInt(at) != DIRECTORY_END_SIGN) {
      at--;
    }
    if (at < 0) {
      throw WorkbookFaults.broken("ZIP …", "ZIP");
    }
    long from = Integer.toUnsignedLong(end.getInt(at + 16));
    long to = bytes.size() - tail.length + at;
    if (from > to) {
      throw WorkbookFaults.broken("ZIP " + from, "≤ " + to);
    }
    if (to - from > LARGEST_DIRECTORY_BYTES) {
      throw WorkbookFaults.hostile("ZIP " + (to - from), "≤ " + LARGEST_DIRECTORY_BYTES);
    }
  }

  private static void fill(byte[] block, SeekableByteChannel bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(block);
    while (left.hasRemaining()) {
      if (bytes.read(left) < 0) {
        throw new EOFException();
      }
    }
  }

  /**
   * Whether the file is an OLE container with a stream of this name, which means a workbook with a
   * password.
   */
  private static boolean isEncrypted(SeekableByteChannel bytes) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(1 << 16);
    bytes.position(0);
    int matched = 0;
    for (; bytes.read(block) >= 0; block.clear()) {
      for (block.flip(); block.hasRemaining(); ) {
        byte next = block.get();
        matched = next == ENCRYPTED[matched] ? matched + 1 : next == ENCRYPTED[0] ? 1 : 0;
        if (matched == ENCRYPTED.length) {
          return true;
        }
      }
    }
    return false;
  }
}
