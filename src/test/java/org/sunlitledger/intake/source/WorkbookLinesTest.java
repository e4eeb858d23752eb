package org.sunlitledger.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.intake.RawWorkbook;
import org.sunlitledger.intake.file.FileKind;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.workbook.Workbooks;
import org.sunlitledger.intake.workbook.sheet.SheetBook;
import org.sunlitledger.intake.workbook.sheet.SheetName;

public class WorkbookLinesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file() {
    return folder.resolve("book.xlsx");
  }

  public static List<SourceLine> read(Path file, int sheet) throws FileFault, IOException {
    List<SourceLine> all = new ArrayList<>();
    try (SheetBook book = Workbooks.open(file, FileKind.detect(file));
        WorkbookLines lines = new WorkbookLines(file, book, sheet)) {
      for (Optional<SourceLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        all.add(line.get());
      }
    }
    return all;
  }

  public static List<SheetName> sheets(Path file) throws FileFault, IOException {
    try (DeliveredFile delivered = new DeliveredFile(file, StandardCharsets.UTF_8)) {
      return delivered.sheets();
    }
  }

  @Test
  void readsWhatFastexcelWrites() throws Exception {
    try (OutputStream output = Files.newOutputStream(file());
        Workbook workbook = new Workbook(output, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("支付");
      sheet.value(0, 0, "支付凭证号");
      sheet.value(0, 3, "支付日期");
      sheet.value(3, 0, "PZ000001");
      sheet.value(3, 1, 1234.5);
      sheet.value(3, 2, true);
      sheet.value(3, 3, LocalDate.of(2020, 3, 5));
      sheet.style(3, 3).format("yyyy-mm-dd").set();
      sheet.value(3, 5, "  ");
      sheet.value(4, 2, " ");
      Worksheet hidden = workbook.newWorksheet("码表");
      hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
      hidden.value(0, 0, "甲");
    }
    assertThat(sheets(file()))
        .containsExactly(new SheetName(0, "支付", false), new SheetName(1, "码表", true));
    assertThat(read(file(), 0))
        .extracting(SourceLine::number, SourceLine::cells)
        .containsExactly(
            tuple(1, List.of("支付凭证号", "", "", "支付日期")),
            tuple(4, List.of("PZ000001", "1234.5", "true", "2020-03-05")));
    assertThat(read(file(), 1)).containsExactly(new SourceLine(1, List.of("甲")));
  }

  @Test
  void readsWhatPoiWrites() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream output = Files.newOutputStream(file())) {
      XSSFSheet sheet = workbook.createSheet("户");
      Row row = sheet.createRow(0);
      row.createCell(0).setCellValue("石沟乡");
      row.createCell(1).setCellValue(0.1);
      row.createCell(2).setCellValue(0.2);
      row.createCell(3).setCellFormula("B1+C1");
      row.createCell(4).setCellFormula("A1&\"村\"");
      row.createCell(5).setCellFormula("1/0");
      row.createCell(6).setCellFormula("B1<C1");
      row.createCell(7).setCellValue("990502199001011234");
      Row next = sheet.createRow(1);
      next.createCell(0).setBlank();
      next.createCell(1).setCellValue("二");
      sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(output);
    }
    assertThat(read(file(), 0))
        .extracting(SourceLine::number, SourceLine::cells)
        .containsExactly(
            tuple(
                1,
                List.of(
                    "石沟乡", "0.1", "0.2", "0.3", "石沟乡村", "#DIV/0!", "true", "990502199001011234")),
            tuple(2, List.of("", "二")));
  }

  @Test
  void rowsAndCellsWithoutReferencesFollowEachOther() throws Exception {
    String cells = "<c><v>1</v></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c>";
    String rows =
        "<row>%s</row><row>%s</row><row r=\"7\">%s</row><row>%s</row>".replace("%s", cells);
    List<String> read = List.of("1", "", "", "4", "5");
    assertThat(read(new RawWorkbook().rows(rows).writeTo(file()), 0))
        .containsExactly(
            new SourceLine(1, read),
            new SourceLine(2, read),
            new SourceLine(7, read),
            new SourceLine(8, read));
  }

  @Test
  void sharedAndArrayFormulasGiveTheirValues() throws Exception {
    String rows =
        """
        <row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">DAYS360(B1,C1)&lt;5</f><v>1</v></c></row>
        <row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>
        <row r="3"><c r="A3"><f t="array" ref="A3:A4"><![CDATA[B1<C1]]></f><v>3</v></c></row>
        <row r="4"><c r="A4"><v>4</v></c><c r="B4" t="inlineStr"><is><t><![CDATA[<&]]]></t></is></c></row>
        """;
    assertThat(read(new RawWorkbook().rows(rows).writeTo(file()), 0))
        .extracting(SourceLine::cells)
        .containsExactly(List.of("1"), List.of("2"), List.of("3"), List.of("4", "<&]"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file());
    }
  }

  @Test
  void valuesKeptOfOtherWorkbooksAreNoRows() throws Exception {
    String sheet =
        "<sheetData sheetId=\"0\"><row r=\"5\"><cell r=\"A5\"><v>1</v></cell></row></sheetData>";
    RawWorkbook workbook =
        new RawWorkbook()
            .part(
                "xl/externalLinks/externalLink1.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<externalLink><sheetDataSet>"
                    + sheet.repeat(2)
                    + "</sheetDataSet></externalLink>")
            .rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>");
    assertThat(read(workbook.writeTo(file()), 0)).containsExactly(new SourceLine(2, List.of("1")));
  }
}
