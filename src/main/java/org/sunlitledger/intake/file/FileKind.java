package org.sunlitledger.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of a file. The first bytes decide; for a ZIP or OLE container the names of its entries
 * decide. The file ending is used only if these give no answer.
 */
public enum FileKind {
  EMPTY(""),
  /** Lines of text with unknown content. */
  TEXT(""),
  /** Office Open XML: .xlsx, .xlsm. */
  WORKBOOK(".xlsx"),
  /** BIFF in an OLE container: .xls, .et. */
  BINARY_WORKBOOK(".xls"),
  /** A workbook with a password to open it. */
  LOCKED_WORKBOOK(""),
  OPEN_DOCUMENT("OpenDocument (.ods)"),
  HTML("HTML (.htm, .mht)"),
  XML_SPREADSHEET("XML (XML Spreadsheet 2003)"),
  /** A workbook with binary parts instead of XML. */
  XLSB(".xlsb"),
  WORD("Word (.doc, .docx, .wps, .rtf)"),
  SLIDES("PowerPoint (.ppt, .pptx, .dps)"),
  PDF("PDF, OFD"),
  PICTURE("JPEG, PNG, GIF, BMP, TIFF, WebP"),
  ARCHIVE("ZIP, RAR, 7z, GZ"),
  /** Bytes that are not text. */
  UNKNOWN("");

  private static final int BYTES_LOOKED_AT = 1 << 12;
  private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final String label;

  FileKind(String label) {
    this.label = label;
  }

  /** The label in messages; empty if the file's name is more informative. */
  public String label() {
    return label;
  }

  /** Whether sheets are read from it. A password or damage is then a fault of the workbook. */
  public boolean isWorkbook() {
    return this == WORKBOOK || this == BINARY_WORKBOOK || this == LOCKED_WORKBOOK;
  }

  /** Whether it is a file of another program, which is not searched for registers. */
  public boolean isOther() {
    return !label.isEmpty() && !isWorkbook();
  }

  public static FileKind detect(Path file) throws IOException {
    byte[] start;
    try (InputStream input = Files.newInputStream(file)) {
      start = input.readNBytes(BYTES_LOOKED_AT);
    }
    if (start.length == 0) {
      return EMPTY;
    }
    Optional<FileKind> container = ofContainer(file, start);
    if (container.isPresent()) {
      return container.get();
    }
    return ofMagic(start).or(() -> ofMarkup(start)).orElseGet(() -> ofRest(start));
  }

  private static Optional<FileKind> ofContainer(Path file, byte[] start) throws IOException {
    if (begins(start, 'P', 'K', 3, 4) || begins(start, 'P', 'K', 5, 6)) {
      return Optional.of(ZipEntries.kind(file));
    }
    return begins(start, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
        ? Optional.of(OleEntries.kind(file))
        : Optional.empty();
  }

  private static Optional<FileKind> ofMagic(byte[] start) {
    if (begins(start, '%', 'P', 'D', 'F')) {
      return Optional.of(PDF);
    }
    if (begins(start, '{', '\\', 'r', 't', 'f')) {
      return Optional.of(WORD);
    }
    if (begins(start, 'R', 'a', 'r', '!', 0x1a)
        || begins(start, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)
        || begins(start, 0x1f, 0x8b, 8)) {
      return Optional.of(ARCHIVE);
    }
    boolean isPicture =
        begins(start, 0xff, 0xd8, 0xff)
            || begins(start, 0x89, 'P', 'N', 'G', '\r', '\n')
            || begins(start, 'G', 'I', 'F', '8')
            || begins(start, 'I', 'I', '*', 0)
            || begins(start, 'M', 'M', 0, '*')
            || (begins(start, 'B', 'M') && hasNul(start))
            || (begins(start, 'R', 'I', 'F', 'F') && asciiOf(start).startsWith("WEBP", 8));
    return isPicture ? Optional.of(PICTURE) : Optional.empty();
  }

  /** HTML and XML that programs save with the ending of a workbook. */
  private static Optional<FileKind> ofMarkup(byte[] start) {
    String text = asciiOf(start).replace("\0", "").strip().toLowerCase(Locale.ROOT);
    boolean isMail = text.startsWith("mime-version:") || text.contains("\nmime-version:");
    if (isMail && text.contains("content-type: multipart/related")) {
      return Optional.of(HTML);
    }
    if (!text.startsWith("<")) {
      return Optional.empty();
    }
    if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && !text.contains("<html")
        && text.startsWith("<?xml")) {
      return Optional.of(XML_SPREADSHEET);
    }
    if (text.contains("urn:oasis:names:tc:opendocument")) {
      return Optional.of(OPEN_DOCUMENT);
    }
    boolean isHtml =
        text.contains("<html")
            || text.contains("<!doctype html")
            || text.contains("<table")
            || text.contains("<meta")
            || text.contains("<body");
    return isHtml ? Optional.of(HTML) : Optional.empty();
  }

  /**
   * The kind of other bytes. UTF-16 text is full of NUL bytes, but its byte order mark identifies
   * it as text.
   */
  private static FileKind ofRest(byte[] start) {
    boolean isUtf16 = begins(start, 0xff, 0xfe) || begins(start, 0xfe, 0xff);
    return isUtf16 || !hasNul(start) ? TEXT : UNKNOWN;
  }

  private static String asciiOf(byte[] start) {
    int from = begins(start, UTF8_MARK[0] & 0xff, UTF8_MARK[1] & 0xff, UTF8_MARK[2] & 0xff) ? 3 : 0;
    return new String(start, from, start.length - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(byte[] bytes, int... with) {
    byte[] wanted = new byte[with.length];
    for (int i = 0; i < with.length; i++) {
      wanted[i] = (byte) with[i];
    }
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }
}
