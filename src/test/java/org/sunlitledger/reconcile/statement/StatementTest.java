package org.sunlitledger.reconcile.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.reconcile.PlantedDiscrepancy;
import org.sunlitledger.reconcile.PlantedReconciliation;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.testing.Office;

/** The statement, as a spreadsheet computes it and as it prints. */
class StatementTest {
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
    PlantedReconciliation.plant(office);
    long id = PlantedDiscrepancy.plant(office, "paid-twice", "a", "error", 20_000);
    PlantedDiscrepancy.line(office, id, "record", "payment-2020.csv", 2, 100_001);
    PlantedDiscrepancy.line(office, id, "entry", "treasury-2020.csv", 2, 100_001);
    PlantedDiscrepancy.line(office, id, "entry", "treasury-2020.csv", 3, 20_000);
    office.the(Decisions.class).resolve(id, Resolution.EXPLAINED, "=1+1", "@李四");
    office.the(Decisions.class).approve(id, "-王五");
    long gone = PlantedDiscrepancy.plant(office, "ledger-only", "b", "error", 1);
    office.sql().sql("update discrepancy set status = 'gone' where id = " + gone).update();
    PlantedDiscrepancy.plant(office, "carried-over", "c", "warning", 2);
    office
        .sql()
        .sql(
            "insert into reconciliation_strategy values (2020, 40, 'window', '按收款人和日期', 'Payee', 0, 0, 0, 0)")
        .update();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void theProofIsFormulasThatGiveTheProofsFigures() throws IOException {
    try (XSSFWorkbook book = workbook()) {
      assertThat(table(book.getSheet("汇总"), "资金来源"))
          .containsExactly(
              "资金来源|台账记录|减：仅台账有|加：仅国库有|加：两边都有的差额|计算所得国库支付|国库支付|核对",
              "中央|1,300.01|100.00|100.00|-100.00|1,200.01|1,200.01|相符",
              "自治区|400.00|200.00|0.00|100.00|300.00|300.00|相符",
              "合计|1,700.01|300.00|100.00|0.00|1,500.01|1,500.01|相符");
      Row central = row(book.getSheet("汇总"), "中央");
      assertThat(central.getCell(5).getCellFormula())
          .isEqualTo("B%1$d-C%1$d+D%1$d+E%1$d".formatted(central.getRowNum() + 1));
    }
  }

  @Test
  void oneFenThatIsChangedShowsAtOnce() throws IOException {
    try (XSSFWorkbook book = workbook()) {
      Sheet summary = book.getSheet("汇总");
      row(summary, "自治区").getCell(1).setCellValue(400.01);
      List<String> proof = table(summary, "资金来源");
      assertThat(proof.get(1)).endsWith("相符");
      assertThat(proof.get(2)).endsWith("|300.01|300.00|不符");
      assertThat(proof.get(3)).endsWith("|1,500.02|1,500.01|不符");
      assertThat(table(book.getSheet("按来源和类别"), "资金来源")).last().asString().endsWith("不符");
    }
  }

  @Test
  void previewsThatComputeNothingShowTheSameFigures() throws IOException {
    try (XSSFWorkbook kept = workbook();
        XSSFWorkbook computed = workbook()) {
      computed.getCreationHelper().createFormulaEvaluator().evaluateAll();
      int formulas = 0;
      for (Sheet sheet : kept) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() != CellType.FORMULA) {
              continue;
            }
            formulas++;
            Cell now =
                computed
                    .getSheet(sheet.getSheetName())
                    .getRow(row.getRowNum())
                    .getCell(cell.getColumnIndex());
            if (cell.getCachedFormulaResultType() == CellType.STRING) {
              assertThat(cell.getStringCellValue()).isEqualTo(now.getStringCellValue());
            } else {
              assertThat(cell.getNumericCellValue())
                  .as(cell.getCellFormula())
                  .isCloseTo(now.getNumericCellValue(), org.assertj.core.data.Offset.offset(1e-9));
            }
          }
        }
      }
      assertThat(formulas).isGreaterThan(30);
    }
  }

  @Test
  void theOtherSheetsAddUpToo() throws IOException {
    try (XSSFWorkbook book = workbook()) {
      assertThat(table(book.getSheet("按来源和类别"), "资金来源"))
          .containsExactly(
              "资金来源|类别|台账笔数|金额|未匹配笔数|未匹配金额|匹配率",
              "中央|产业|3|1,300.01|1|100.00|92.31%",
              "自治区|雨露计划|2|400.00|1|200.00|50.00%",
              "合计||5|1,700.01|2|300.00|82.35%",
              "汇总表中的台账记录|||1,700.01|||相符");
      assertThat(table(book.getSheet("计划与支付"), "项目编号"))
          .containsExactly(
              "项目编号|项目名称|类别|计划金额|以前年度支付|本年台账支付|本年国库支付|计划结余|支付进度|国库减台账",
              "CY-1|=HYPERLINK(\"http://x\",\"点\")|产业|2,000.00|500.00|1,300.01|1,200.01|299.99|85.00%|-100.00",
              "JC-2|道路|基础设施|0.00|0.00|0.00|0.05|-0.05|0.00%|0.05",
              "合计|||2,000.00|500.00|1,300.01|1,200.06|299.94|85.00%|-99.95");
      assertThat(table(book.getSheet("匹配明细"), "匹配方式"))
          .containsExactly(
              "匹配方式|匹配号|国库笔数|国库支付（文件:行）|国库金额|台账笔数|台账记录（文件:行，或批次号）|台账金额",
              "凭证号与金额相同|1|1|treasury-2020.csv:2|1,000.01|1|payment-2020.csv:2|1,000.01",
              "凭证号与金额相同|2|1|treasury-2020.csv:3|200.00|1|payment-2020.csv:3|200.00",
              "一笔支出等于一批记录之和|3|1|treasury-2020.csv:4|300.00|3|P1|300.00");
    }
  }

  @Test
  void discrepanciesStandWithBothSidesAndWhatWasDecided() throws IOException {
    try (XSSFWorkbook book = workbook()) {
      List<String> rows = table(book.getSheet("差异明细"), "编号");
      assertThat(rows).hasSize(3);
      assertThat(rows.get(1))
          .endsWith(
              "|疑似重复支付|错误|中央|200.00||38|支付与记录不符|payment-2020.csv:2  1000.01"
                  + "|treasury-2020.csv:2  1000.01\ntreasury-2020.csv:3  200.00"
                  + "|已复核|@李四 处理为已说明：=1+1\n-王五 复核");
      assertThat(rows.get(2)).contains("|警告|中央||2|38|").endsWith("|未处理|");
    }
  }

  @Test
  void whatPeopleTypedIsTextAndNeverRun() throws IOException {
    try (XSSFWorkbook book = workbook()) {
      Cell name = row(book.getSheet("计划与支付"), "CY-1").getCell(1);
      assertThat(name.getCellType()).isEqualTo(CellType.STRING);
      for (Row row : book.getSheet("差异明细")) {
        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
      }
    }
  }

  @Test
  void everySheetPrintsOnA4OnePageWideUnderItsHeader() throws IOException {
    try (XSSFWorkbook book = workbook()) {
      assertThat(book).hasSize(5);
      for (Sheet sheet : book) {
        PrintSetup print = sheet.getPrintSetup();
        assertThat(print.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(print.getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(print.getFitWidth()).isEqualTo((short) 1);
        assertThat(print.getFitHeight()).isEqualTo((short) 0);
        if (!sheet.getSheetName().equals("汇总")) {
          int header = sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
          assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(header);
          assertThat(sheet.getRow(header).getPhysicalNumberOfCells()).isGreaterThan(5);
        }
      }
    }
  }

  @Test
  void theSameTablesGiveTheSameBytes() {
    Map<String, byte[]> first = office.the(Statement.class).of(2020);
    Map<String, byte[]> second = office.the(Statement.class).of(2020);
    assertThat(first).containsOnlyKeys("reconciliation.html", "reconciliation.xlsx");
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    assertThat(office.the(Statement.class).of(2019)).isEmpty();
  }

  @Test
  void eachKindSaysHowMuchMoneyItConcerns() throws IOException {
    assertThat(page())
        .contains(
            "<th>涉及金额</th>",
            "<td>疑似重复支付</td><td>错误</td><td class=\"number\">1</td><td class=\"number\">0</td>"
                + "<td class=\"number\">0</td><td class=\"number\">1</td><td class=\"number\">200.00</td>",
            "<td>警告</td><td class=\"number\">1</td><td class=\"number\">1</td>"
                + "<td class=\"number\">0</td><td class=\"number\">0</td><td>（2 件）</td>")
        .doesNotContain("仅国库有</td><td>错误");
    try (XSSFWorkbook book = workbook()) {
      assertThat(table(book.getSheet("汇总"), "差异类别"))
          .startsWith("差异类别|级别|项数|未处理|待复核|已复核|涉及金额")
          .contains("疑似重复支付|错误|1|0|0|1|200.00")
          .anyMatch(row -> row.contains("|警告|1|1|0|0|（2 件）"))
          .contains("合计||2|1|0|1|");
    }
  }

  @Test
  void thePageLeavesOutWaysOfMatchingThatWereOfNoUse() throws IOException {
    assertThat(page())
        .contains("<td>凭证号与金额相同</td><td class=\"number\">2</td>")
        .doesNotContain("按收款人和日期");
    try (XSSFWorkbook book = workbook()) {
      assertThat(table(book.getSheet("汇总"), "匹配方式")).contains("按收款人和日期|0|0|0|0.00");
    }
  }

  private static String page() {
    return new String(
        office.the(Statement.class).of(2020).get("reconciliation.html"), StandardCharsets.UTF_8);
  }

  @Test
  void thePageHasTheProofAndRoomToSign() {
    String html = page();
    assertThat(html)
        .contains("<h1>2020 年度台账与国库支付对账表</h1>")
        .contains("编制单位：中卫市沙坡头区扶贫开发办公室　　对账时间：2021-01-08 09:30")
        .contains(
            "<td>合计</td><td class=\"number\">1,700.01</td><td class=\"number\">300.00</td>"
                + "<td class=\"number\">100.00</td><td class=\"number\">0.00</td>"
                + "<td class=\"number\">1,500.01</td><td class=\"number\">1,500.01</td><td>相符</td>")
        .contains("<td>疑似重复支付</td><td>错误</td><td class=\"number\">1</td>")
        .contains("制表人：", "复核人：", "负责人：", "日期：", "盖章：")
        .doesNotContain("null");
  }

  private static XSSFWorkbook workbook() throws IOException {
    return new XSSFWorkbook(
        new ByteArrayInputStream(office.the(Statement.class).of(2020).get("reconciliation.xlsx")));
  }

  private static Row row(Sheet sheet, String first) {
    for (Row row : sheet) {
      if (row.getCell(0) != null && text(row.getCell(0)).equals(first)) {
        return row;
      }
    }
    throw new AssertionError("no row " + first);
  }

  /** The rows of a table from its header on, computed anew, as a person sees them. */
  private static List<String> table(Sheet sheet, String firstTitle) {
    List<String> rows = new ArrayList<>();
    int from = row(sheet, firstTitle).getRowNum();
    for (int i = from; sheet.getRow(i) != null; i++) {
      List<String> cells = new ArrayList<>();
      sheet.getRow(i).forEach(cell -> cells.add(text(cell)));
      rows.add(String.join("|", cells));
    }
    return rows;
  }

  private static String text(Cell cell) {
    return new DataFormatter()
        .formatCellValue(
            cell, cell.getSheet().getWorkbook().getCreationHelper().createFormulaEvaluator());
  }
}
