package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.source.WorkbookLinesTest;

/** Files that are not readable workbooks, or no longer are. */
class BrokenWorkbookTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file() {
    return folder.resolve("book.xlsx");
  }

  private void refused(ShapeRule rule) {
    FileFault fault =
        catchThrowableOfType(FileFault.class, () -> WorkbookLinesTest.read(file(), 0));
    assertThat(fault).isNotNull();
    assertThat(fault.finding().rule()).as(fault.getMessage()).isEqualTo(rule);
  }

  private void refused(RawWorkbook workbook, ShapeRule rule) throws IOException {
    workbook.writeTo(file());
    refused(rule);
  }

  private static RawWorkbook row(String cells) {
    return new RawWorkbook().rows("<row r=\"1\">" + cells + "</row>");
  }

  @Test
  void noZip() throws Exception {
    Files.writeString(file(), "支付凭证号,项目编号\n");
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    Files.writeString(file(), "P");
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    Files.writeString(file(), "");
    refused(ShapeRule.FILE_EMPTY);
    Files.writeString(file(), "PK\u0003\u0004");
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
  }

  @Test
  void password() throws Exception {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    plain.write(Files.readAllBytes(row("<c r=\"A1\"><v>1</v></c>").writeTo(file())));
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream output = Files.newOutputStream(file())) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream encrypted = encryptor.getDataStream(container)) {
        plain.writeTo(encrypted);
      }
      container.writeFilesystem(output);
    }
    refused(ShapeRule.FILE_WORKBOOK_LOCKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r='A1' t='s'><v>2000000000</v></c>",
        "<c r='A1' t='s'><v>1</v></c>",
        "<c r='A1' t='s'><v>-1</v></c>",
        "<c r='A1' t='s'><v>&#49;</v></c>",
        "<c r='A1' t='&#115;'><v>2000000000</v></c>",
        "<c r='A1' t='s'><v>2<!-- -->00000000</v></c>",
        "<c r='A1' t='s'><v>2<![CDATA[00000000]]></v></c>",
        "<c r='A1' t='s'><v>2<x/>00000000</v></c>",
        "<c r='A1' t='s'><?x \"?><v>2000000000</v><?x \"?></c>",
        "<c r='A1' s='-1'><v>1</v></c>",
        "<c r='A&#49;'><v>1</v></c>",
        "<c r='A1' t='n' x:t='s' xmlns:x='x'><v>1</v></c>",
        "<c r='A1'><c r='B1'/></c>",
        "<c r='A1'><v>1</v>",
        "<c r='A1'><v>1</v></c></row></row>",
        "<c r='A1' r='B1'><v>1</v></c>",
        "<c r='A1'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c>",
      })
  void wrongCells(String cells) throws Exception {
    RawWorkbook workbook = new RawWorkbook().strings("<si><t>甲</t></si>").styles("", 0);
    workbook.types(
        RawWorkbook.override("/" + RawWorkbook.STRINGS, "spreadsheetml.sharedStrings+xml")
            + RawWorkbook.override("/" + RawWorkbook.STYLES, "spreadsheetml.styles+xml"));
    workbook.rows("<row r='1'>" + cells + "</row>").writeTo(file());
    FileFault fault =
        catchThrowableOfType(FileFault.class, () -> WorkbookLinesTest.read(file(), 0));
    assertThat(fault).isNotNull();
    assertThat(fault.finding().rule())
        .as(fault.getMessage())
        .isIn(ShapeRule.FILE_WORKBOOK_BROKEN, ShapeRule.FILE_WORKBOOK_HOSTILE);
  }

  @Test
  void cutOff() throws Exception {
    byte[] whole = Files.readAllBytes(row("<c r=\"A1\"><v>1</v></c>").writeTo(file()));
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file(), Arrays.copyOf(whole, length));
      refused(length == 0 ? ShapeRule.FILE_EMPTY : ShapeRule.FILE_WORKBOOK_BROKEN);
    }
  }

  @Test
  void damagedBytesAreRefusedOrHarmless() throws Exception {
    byte[] whole = Files.readAllBytes(row("<c r=\"A1\"><v>1</v></c>").writeTo(file()));
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      Files.write(file(), damaged);
      try {
        WorkbookLinesTest.read(file(), 0);
      } catch (FileFault expected) {
        assertThat(expected.finding().rule().isAboutFiles()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        RawWorkbook.SHEET,
      })
  void missingParts(String part) throws Exception {
    refused(new RawWorkbook().part(part, (String) null), ShapeRule.FILE_WORKBOOK_BROKEN);
  }

  @Test
  void missingStrings() throws Exception {
    RawWorkbook workbook = row("<c r='A1' t='s'><v>0</v></c>");
    refused(workbook, ShapeRule.FILE_WORKBOOK_BROKEN);
  }

  @Test
  void missingSheet() throws Exception {
    new RawWorkbook().writeTo(file());
    FileFault fault =
        catchThrowableOfType(FileFault.class, () -> WorkbookLinesTest.read(file(), 1));
    assertThat(fault.finding().rule()).isEqualTo(ShapeRule.FILE_WORKBOOK_BROKEN);
  }

  @Test
  void twoPartsOfOneName() throws Exception {
    refused(
        new RawWorkbook().part("XL/worksheets/Sheet1.xml", "<x/>"),
        ShapeRule.FILE_WORKBOOK_HOSTILE);
  }
}
