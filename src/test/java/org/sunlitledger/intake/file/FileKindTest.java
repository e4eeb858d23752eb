package org.sunlitledger.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The content decides the kind of a file, whatever its name. */
class FileKindTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private FileKind kind(String name, byte[] bytes) throws IOException {
    return FileKind.detect(Files.write(folder.resolve(name), bytes));
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] ole(String stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
      container.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "xl/workbook.xml, WORKBOOK",
    "xl/workbook.bin, XLSB",
    "word/document.xml, WORD",
    "ppt/presentation.xml, SLIDES",
    "OFD.xml, PDF",
    "2020/帮扶.csv, ARCHIVE",
  })
  void zipsByTheirEntries(String entry, FileKind kind) throws IOException {
    for (String name : List.of("a.xls", "a.csv", "a", "a.zip", "a.docx")) {
      assertThat(kind(name, zip("[Content_Types].xml", entry))).as(name).isEqualTo(kind);
    }
  }

  @Test
  void openDocumentsAndDamagedZips() throws IOException {
    assertThat(kind("a.ods", zip("mimetype", "content.xml"))).isEqualTo(FileKind.OPEN_DOCUMENT);
    byte[] workbook = zip("[Content_Types].xml", "xl/workbook.xml");
    byte[] half = java.util.Arrays.copyOf(workbook, workbook.length / 2);
    assertThat(kind("a.csv", half)).isEqualTo(FileKind.WORKBOOK);
    assertThat(kind("a.xlsx", zip("a"))).isEqualTo(FileKind.WORKBOOK);
    assertThat(kind("a.csv", new byte[] {'P', 'K', 3, 4, 0, 1, 2})).isEqualTo(FileKind.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Workbook, BINARY_WORKBOOK",
    "Book, BINARY_WORKBOOK",
    "EncryptedPackage, LOCKED_WORKBOOK",
    "WordDocument, WORD",
    "PowerPoint Document, SLIDES",
  })
  void oleContainersByTheirStreams(String stream, FileKind kind) throws IOException {
    assertThat(kind("a.et", ole(stream))).isEqualTo(kind);
    assertThat(kind("a.xlsx", ole(stream))).isEqualTo(kind);
  }

  @Test
  void whatPoiWritesIsABinaryWorkbookAndSoIsAPieceOfIt() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("甲");
      workbook.write(bytes);
    }
    assertThat(kind("a.csv", bytes.toByteArray())).isEqualTo(FileKind.BINARY_WORKBOOK);
    assertThat(kind("a.xls", java.util.Arrays.copyOf(bytes.toByteArray(), 600)))
        .isEqualTo(FileKind.BINARY_WORKBOOK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><table><tr><td>甲 | HTML",
        "\ufeff  <!DOCTYPE html> | HTML",
        "<?xml version='1.0'?><html xmlns:x='urn:schemas-microsoft-com:office:excel'> | HTML",
        "<table border=1> | HTML",
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'> "
            + "| XML_SPREADSHEET",
        "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:x'> "
            + "| OPEN_DOCUMENT",
        "%PDF-1.7 | PDF",
        "{\\rtf1 | WORD",
        "GIF89a | PICTURE",
        "BMW,宝马 | TEXT",
        "收据编号,帮扶类别 | TEXT",
        "<注意>,1 | TEXT",
      })
  void textsByTheirBeginning(String text, FileKind kind) throws IOException {
    assertThat(kind("a.xls", text.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
  }

  @Test
  void bytesByTheirSigns() throws IOException {
    Charset latin = StandardCharsets.ISO_8859_1;
    assertThat(kind("a.csv", "Rar!\u001a\u0007".getBytes(latin))).isEqualTo(FileKind.ARCHIVE);
    assertThat(kind("a.csv", "7z\u00bc\u00af'\u001c".getBytes(latin))).isEqualTo(FileKind.ARCHIVE);
    assertThat(kind("a.csv", "\u00ff\u00d8\u00ff\u00e0".getBytes(latin)))
        .isEqualTo(FileKind.PICTURE);
    assertThat(kind("a.csv", "RIFF1234WEBP".getBytes(latin))).isEqualTo(FileKind.PICTURE);
    String mail = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n";
    assertThat(kind("a.xls", mail.getBytes(latin))).isEqualTo(FileKind.HTML);
    assertThat(kind("a.csv", "\ufeff甲\t乙".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(FileKind.TEXT);
    assertThat(kind("a.csv", "甲,乙".getBytes(Charset.forName("GB18030")))).isEqualTo(FileKind.TEXT);
    assertThat(kind("a.csv", new byte[] {1, 0, 2})).isEqualTo(FileKind.UNKNOWN);
    assertThat(kind("a.csv", new byte[0])).isEqualTo(FileKind.EMPTY);
  }
}
