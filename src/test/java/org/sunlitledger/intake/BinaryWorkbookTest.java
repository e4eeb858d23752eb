package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.source.WorkbookLinesTest;
import org.sunlitledger.intake.workbook.sheet.SheetName;

/** Workbooks of Excel 97 to 2003: all kinds of cells, and damaged or hostile files. */
class BinaryWorkbookTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file() {
    return folder.resolve("book.xls");
  }

  /** Fills a new workbook. */
  private interface Filling {
    void into(HSSFWorkbook workbook);
  }

  private byte[] write(Filling filling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      filling.into(workbook);
      workbook.write(bytes);
    }
    Files.write(file(), bytes.toByteArray());
    return bytes.toByteArray();
  }

  private List<SourceLine> readSoon(int sheet) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> WorkbookLinesTest.read(file(), sheet));
  }

  private void refused(ShapeRule... rules) {
    FileFault fault = catchThrowableOfType(FileFault.class, () -> readSoon(0));
    assertThat(fault).isNotNull();
    assertThat(fault.finding().rule()).as(fault.getMessage()).isIn((Object[]) rules);
  }

  /** The stream of a workbook without a container, damaged by a test. */
  private void stream(byte[] bytes) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream output = Files.newOutputStream(file())) {
      container.createDocument(new ByteArrayInputStream(bytes), "Workbook");
      container.writeFilesystem(output);
    }
  }

  private static byte[] record(int sid, int... shorts) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 2 * shorts.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) sid).putShort((short) (2 * shorts.length));
    for (int each : shorts) {
      bytes.putShort((short) each);
    }
    return bytes.array();
  }

  private static byte[] joined(byte[]... records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] each : records) {
      bytes.writeBytes(each);
    }
    return bytes.toByteArray();
  }

  /** A workbook of one sheet with the records of a test. */
  private static byte[] book(byte[]... inSheet) {
    byte[] begin = record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0);
    byte[] sheet = record(0x809, 0x600, 0x10, 0, 0, 0, 0, 0, 0);
    byte[] name = record(0x85, 1000, 0, 0, 1, 'a');
    return joined(begin, name, record(0x0a), sheet, joined(inSheet), record(0x0a), new byte[4096]);
  }

  @Test
  void allKindsOfCells() throws IOException {
    write(
        workbook -> {
          Sheet sheet = workbook.createSheet("甲");
          Row row = sheet.createRow(2);
          row.createCell(0).setCellValue("石沟乡");
          row.createCell(1).setCellValue(0.1);
          row.createCell(2).setCellValue(0.2);
          row.createCell(3).setCellFormula("B3+C3");
          row.createCell(4).setCellFormula("A3&\"村\"");
          row.createCell(5).setCellFormula("1/0");
          row.createCell(6).setCellFormula("B3<C3");
          row.createCell(7).setCellValue("990502199001011234");
          row.createCell(8).setCellValue(990502199001011200.0);
          row.createCell(9).setCellValue(true);
          row.createCell(10).setCellErrorValue((byte) 0x17);
          row.createCell(12).setCellValue("𠮷");
          sheet.createRow(70).createCell(1).setCellValue(-7);
          workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
    assertThat(readSoon(0))
        .containsExactly(
            new SourceLine(
                3,
                List.of(
                    "石沟乡",
                    "0.1",
                    "0.2",
                    "0.3",
                    "石沟乡村",
                    "#DIV/0!",
                    "true",
                    "990502199001011234",
                    "9.90502199001011E+17",
                    "true",
                    "#REF!",
                    "",
                    "𠮷")),
            new SourceLine(71, List.of("", "-7")));
  }

  @Test
  void aFormulaThatWasNeverWorkedOutIsNoZero() throws IOException {
    write(workbook -> workbook.createSheet("甲").createRow(0).createCell(0).setCellFormula("1+1"));
    assertThat(readSoon(0)).containsExactly(new SourceLine(1, List.of("=")));
  }

  @Test
  void longTextsRunOverSeveralRecords() throws IOException {
    String latin = "a".repeat(20_000);
    String chinese = "香山".repeat(15_000);
    write(
        workbook -> {
          Sheet sheet = workbook.createSheet("甲");
          for (int i = 0; i < 40; i++) {
            Row row = sheet.createRow(i);
            row.createCell(0).setCellValue(latin + i);
            row.createCell(1).setCellValue(chinese + i + (char) ('a' + i % 3));
          }
        });
    List<SourceLine> lines = readSoon(0);
    assertThat(lines).hasSize(40);
    assertThat(lines.get(17).cells()).containsExactly(latin + 17, chinese + 17 + 'c');
  }

  @Test
  void sheetsInTheOrderOfTheirTabsAndHiddenOnesMarked() throws IOException {
    write(
        workbook -> {
          for (String name : List.of("一", "二", "三")) {
            workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name + "1");
          }
          workbook.setSheetOrder("三", 0);
          workbook.setSheetHidden(1, true);
        });
    List<SheetName> sheets =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> WorkbookLinesTest.sheets(file()));
    assertThat(sheets)
        .containsExactly(
            new SheetName(0, "三", false),
            new SheetName(1, "一", true),
            new SheetName(2, "二", false));
    for (SheetName sheet : sheets) {
      assertThat(readSoon(sheet.index()).get(0).cells()).containsExactly(sheet.name() + "1");
    }
  }

  @Test
  void datesOf1904() throws IOException {
    byte[] bytes =
        write(
            workbook -> {
              Cell cell = workbook.createSheet("甲").createRow(0).createCell(0);
              cell.setCellValue(42433);
              cell.setCellStyle(workbook.createCellStyle());
              cell.getCellStyle().setDataFormat((short) 14);
            });
    int at = indexOf(bytes, record(0x22, 0));
    bytes[at + 4] = 1;
    Files.write(file(), bytes);
    assertThat(readSoon(0).get(0).cells()).containsExactly("2020-03-05");
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at < bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void aPasswordLocksItUnlessItIsTheOneOfExcelItself() throws IOException {
    for (boolean isOwn : new boolean[] {true, true, true, false}) {
      Biff8EncryptionKey.setCurrentUserPassword(isOwn ? "VelvetSweatshop" : "secret");
      try {
        write(
            workbook -> {
              workbook.createSheet("甲").createRow(0).createCell(0).setCellValue("香山乡");
              workbook.createSheet("乙").createRow(5).createCell(3).setCellValue(12.5);
            });
      } finally {
        Biff8EncryptionKey.setCurrentUserPassword(null);
      }
      if (isOwn) {
        assertThat(readSoon(0)).containsExactly(new SourceLine(1, List.of("香山乡")));
        assertThat(readSoon(1)).containsExactly(new SourceLine(6, List.of("", "", "", "12.5")));
      } else {
        refused(ShapeRule.FILE_WORKBOOK_LOCKED);
      }
    }
  }

  @Test
  void whatIsOlderThanExcel97IsNamed() throws IOException {
    stream(joined(record(0x809, 0x500, 5, 0, 0), record(0x0a), new byte[4096]));
    FileFault fault = catchThrowableOfType(FileFault.class, () -> readSoon(0));
    assertThat(fault.finding().rule()).isEqualTo(ShapeRule.FILE_TYPE);
    assertThat(fault.finding().found()).isEqualTo("Excel 95 (.xls)");
  }

  @Test
  void rowsOutOfOrder() throws IOException {
    byte[] first = record(0x27e, 0, 0, 0, 6, 0);
    byte[] second = record(0x27e, 1, 0, 0, 6, 0);
    stream(book(first, second));
    assertThat(readSoon(0))
        .containsExactly(new SourceLine(1, List.of("1")), new SourceLine(2, List.of("1")));
    stream(book(second, first));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
  }

  @Test
  void hostileRecords() throws IOException {
    byte[] cell = record(0x27e, 0, 0, 0, 6, 0);
    stream(book(record(0xfd, 0, 0, 0, 7, 0)));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    stream(book(record(0x27e, 0, 300, 0, 6, 0)));
    refused(ShapeRule.FILE_WORKBOOK_HOSTILE);
    stream(book(record(0xe5, 60_000, 0, 1, 0, 0)));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    stream(book(cell, record(0xe5, 2, 0, 9, 0, 0, 0, 9, 0, 0)));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    byte[] nested = record(0x809, 0x600, 0x20, 0, 0, 0, 0, 0, 0);
    stream(book(nested, record(0x27e, 9, 0, 0, 6, 0), record(0x0a), cell));
    assertThat(readSoon(0)).containsExactly(new SourceLine(1, List.of("1")));
    byte[] strings = joined(record(0xfc, 0, 0, 0xffff, 0x7fff));
    byte[] begin = record(0x809, 0x600, 5, 0, 0, 0, 0, 0, 0);
    stream(joined(begin, strings, record(0x0a), new byte[4096]));
    refused(ShapeRule.FILE_WORKBOOK_HOSTILE);
    strings = joined(record(0xfc, 0, 0, 0xffff, 0, 0xffff, 0x4141));
    stream(joined(begin, strings, record(0x0a), new byte[4096]));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    byte[] name = record(0x85, 1000, 0, 0, 1, 'a');
    stream(joined(begin, name, name, record(0x0a), new byte[4096]));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    stream(joined(begin, name, record(0x0a), new byte[4096]));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    stream(joined(begin, record(0x0a), new byte[4096]));
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
    stream(new byte[5000]);
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
  }

  @Test
  void manyMergedCellsAreBounded() throws IOException {
    byte[][] merged = new byte[600][];
    for (int i = 0; i < merged.length; i++) {
      int[] areas = new int[4 * 1000 + 1];
      areas[0] = 1000;
      for (int area = 0; area < 1000; area++) {
        areas[4 * area + 2] = 0xffff;
      }
      merged[i] = record(0xe5, areas);
    }
    stream(book(merged));
    refused(ShapeRule.FILE_WORKBOOK_HOSTILE);
  }

  @Test
  void cutOffOrDamaged() throws Exception {
    byte[] whole =
        write(workbook -> workbook.createSheet("甲").createRow(0).createCell(0).setCellValue("香山乡"));
    for (int length = 8; length < whole.length; length += 97) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try {
        // the part that is cut off may be after the end of the workbook
        assertThat(WorkbookLinesTest.read(file(), 0))
            .containsExactly(new SourceLine(1, List.of("香山乡")));
      } catch (FileFault expected) {
        assertThat(expected.finding().rule()).isEqualTo(ShapeRule.FILE_WORKBOOK_BROKEN);
      }
    }
    for (int at = 8; at < whole.length; at += 5) {
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

  @Test
  void aContainerWithoutAWorkbook() throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        OutputStream output = Files.newOutputStream(file())) {
      container.createDocument(
          new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8)), "Contents");
      container.writeFilesystem(output);
    }
    refused(ShapeRule.FILE_WORKBOOK_BROKEN);
  }
}
