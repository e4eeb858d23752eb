package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was refused is mended in the workbook of rejects, or in the whole file, and handed in. */
class MendingIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额（万元）";
  private static final String GOOD = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,1";
  private static final String BAD_AMOUNT = "SJ-2,帮扶资金,=cmd|' /C calc'!A0,现金,2020-01-11,贰";
  private static final String BAD_YEAR = "SJ-3,企业捐助,丙单位,现金,2019-01-12,3";
  private static final String ALSO_GOOD = "SJ-4,帮扶资金,丁队,现金,2020-01-12,4";

  private final Path folder;
  private final Office office;
  private final Terminal terminal;

  MendingIT(@TempDir Path folder) {
    this.folder = folder;
    this.office = Office.in(folder);
    this.terminal = new Terminal(office);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void theWorkbookOfRejectsIsMendedAndHandedInAsItIs() throws IOException {
    office.deliver("aid-2020.csv", HEADER, GOOD, BAD_AMOUNT, BAD_YEAR, ALSO_GOOD).night(2020);
    byte[] rejects = rejects();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(rejects))) {
      XSSFSheet sheet = workbook.getSheet("补正 1");
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue())
          .startsWith("补正批次 1（aid-2020.csv）");
      assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("=cmd|' /C calc'!A0");
      assertThat(sheet.getRow(2).getCell(7).getNumericCellValue()).isEqualTo(3);
      assertThat(sheet.getRow(2).getCell(8).getStringCellValue()).isEqualTo("不是金额");
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:2");
      assertThat(workbook.getSheet("警告")).isNotNull();
    }
    // one is mended, the other not yet
    office.deliver("补正.xlsx", edited(rejects, sheet -> set(sheet, 2, 5, "2"))).night(2020);
    assertThat(office.findings()).containsExactly("补正.xlsx:4 date-outside-year 到位日期=2019-01-12");
    JsonNode history = deliveries();
    assertThat(history.get(1).get("supplements").asString()).isEqualTo("1");
    assertThat(history.get(1).get("mended").asString()).isEqualTo("1");
    assertThat(history.get(1).get("still_wrong").asString()).isEqualTo("1");

    office
        .deliver(
            "补正.xlsx",
            edited(
                rejects,
                sheet -> {
                  set(sheet, 2, 5, "2");
                  set(sheet, 3, 4, "2020-01-12");
                }))
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(deliveries().get(2).get("mended").asString()).isEqualTo("2");
    assertThat(printed()).isEqualTo(printedAsIfRightAtFirst());
    assertThat(Files.readString(office.out().resolve("2020/annual-2019.txt")))
        .doesNotContain("被退回");
  }

  @Test
  void aWholeFileSupersedesTheDeliveryAndItsSupplements() throws IOException {
    office.deliver("aid-2020.csv", HEADER, GOOD, BAD_AMOUNT, BAD_YEAR, ALSO_GOOD).night(2020);
    office.deliver("补正.xlsx", edited(rejects(), sheet -> set(sheet, 2, 5, "2"))).night(2020);
    office
        .deliver(
            "aid-2020（修正）.csv",
            HEADER,
            GOOD,
            BAD_AMOUNT.replace("贰", "2"),
            BAD_YEAR.replace("2019", "2020"),
            ALSO_GOOD)
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(printed()).isEqualTo(printedAsIfRightAtFirst());
    assertThat(
            office.sql().sql("select status from delivery order by id").query(String.class).list())
        .isEqualTo(List.of("superseded", "superseded", "live"));
    assertThat(deliveries().get(2).get("mended").asString()).isEqualTo("2");
    assertThat(deliveries().get(2).get("still_wrong").asString()).isEqualTo("0");
  }

  @Test
  void aCorrectedFileIsCalledByItsOwnNameWhereverItIsNamed() {
    office.deliver("帮扶/aid-2020.csv", HEADER, GOOD, BAD_YEAR).night(2020);
    office.deliver("帮扶/aid-2020（修正）.csv", HEADER, GOOD, BAD_YEAR, ALSO_GOOD).night(2020);
    office.deliver("帮扶/aid-2020-v3.csv", HEADER, ALSO_GOOD, BAD_YEAR, GOOD).night(2020);
    assertThat(deliveries().valueStream())
        .extracting(
            delivery ->
                "%s %s %s"
                    .formatted(
                        delivery.path("file").asString(),
                        delivery.path("status").asString(),
                        delivery.path("supersedes").asString()))
        .containsExactly(
            "帮扶/aid-2020.csv superseded ",
            "帮扶/aid-2020（修正）.csv superseded 1",
            "帮扶/aid-2020-v3.csv live 2");
    assertThat(terminal.run("explain", "--year", "2020", "F39", "--records", "--format", "csv"))
        .isZero();
    assertThat(terminal.out().lines().skip(1))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains(",帮扶/aid-2020-v3.csv,"));
    assertThat(office.findings())
        .containsExactly("帮扶/aid-2020-v3.csv:3 date-outside-year 到位日期=2019-01-12");
  }

  @Test
  void aLineThatShouldNotHaveBeenDeliveredIsWithdrawn() throws IOException {
    office.deliver("aid-2020.csv", HEADER, GOOD, BAD_AMOUNT, GOOD, ALSO_GOOD).night(2020);
    assertThat(office.findings()).hasSize(2);
    byte[] mended =
        edited(
            rejects(),
            sheet -> {
              set(sheet, 2, 5, "2");
              set(sheet, 3, 6, "撤回");
            });
    Outcome outcome = office.deliver("补正.xlsx", mended).night(2020);
    assertThat(outcome.isClean()).isTrue();
    assertThat(outcome.read()).isEqualTo(1);
    assertThat(office.findings()).isEmpty();
    JsonNode history = deliveries().get(1);
    assertThat(history.get("mended").asString()).isEqualTo("1");
    assertThat(history.get("withdrawn").asString()).isEqualTo("1");
    assertThat(history.get("still_wrong").asString()).isEqualTo("0");
    assertThat(history.get("new").asString()).isEqualTo("0");
    assertThat(Files.readString(office.out().resolve("2020/annual-2019.txt")))
        .doesNotContain("被退回");
    try (XSSFWorkbook nothing = new XSSFWorkbook(new ByteArrayInputStream(rejects()))) {
      assertThat(nothing.getSheetName(0)).isEqualTo("整份退回");
    }
  }

  @Test
  void whatCannotBeDoneWithALineRefusesTheSupplement() {
    office.deliver("aid-2020.csv", HEADER, GOOD, BAD_AMOUNT).night(2020);
    String header = HEADER + ",处理,原行号";
    office
        .deliver("a.csv", "补正批次 1", header, GOOD + ",删掉吧,3")
        .deliver("b.csv", "补正批次 1", header, GOOD + ",撤回,")
        .deliver("c.csv", "补正批次 1", header, GOOD + ",撤回,2")
        .deliver("d.csv", "补正批次 1", header, ",,,,,, 撤回 ,3")
        .night(2020);
    assertThat(office.findings())
        .containsExactly(
            "a.csv:3 supplement-action 处理=删掉吧",
            "b.csv:3 supplement-action 处理=撤回",
            "c.csv:3 supplement-line 原行号=2");
  }

  @Test
  void aLineThatWaitedStaysOutOnceAnotherStandsForIt() throws IOException {
    String header = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额";
    String projects = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金";
    office
        .deliver("project-2020.csv", projects, "CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000")
        .deliver("payment-2020.csv", header, "PZ-1,CY-2,2020-10-01,某公司,中央,300")
        .deliver("subsidy-2020.csv", "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,发放金额")
        .night(2020);
    assertThat(office.findings())
        .containsExactly("payment-2020.csv:2 payment-project-unknown 项目编号=CY-2");
    office
        .deliver(
            "补正.csv",
            "补正批次 "
                + office
                    .sql()
                    .sql("select id from delivery where register = 'payment'")
                    .query(Long.class)
                    .single(),
            header + ",原行号",
            "PZ-1,CY-1,2020-10-01,某公司,中央,300,2")
        .deliver("project-more-2020.csv", projects, "CY-2,乙,产业,兴仁镇,某镇,增收,1000,1000")
        .night(2020);
    assertThat(office.figures(2020)).containsEntry("F11", "0.03万元");
    office.night(2020);
    assertThat(office.figures(2020)).containsEntry("F11", "0.03万元");
    assertThat(office.findings()).isEmpty();
  }

  @Test
  void aSupplementToWhatIsNotThereIsRefused() {
    office.deliver("补正.csv", "补正批次 77", HEADER + ",原行号", GOOD + ",2").night(2020);
    assertThat(office.findings()).containsExactly("补正.csv:0 file-supplement =77");
  }

  private Map<String, String> printed() {
    return new TreeMap<>(office.figures(2020));
  }

  private Map<String, String> printedAsIfRightAtFirst() {
    try (Office other = Office.in(folder.resolve("right"))) {
      other
          .deliver(
              "aid-2020.csv",
              HEADER,
              GOOD,
              BAD_AMOUNT.replace("贰", "2"),
              BAD_YEAR.replace("2019", "2020"),
              ALSO_GOOD)
          .night(2020);
      return new TreeMap<>(other.figures(2020));
    }
  }

  private byte[] rejects() throws IOException {
    Path file = folder.resolve("rejects.xlsx");
    assertThat(terminal.run("rejects", "--lang", "zh", "--out", file.toString())).isZero();
    return Files.readAllBytes(file);
  }

  private JsonNode deliveries() {
    assertThat(terminal.run("deliveries", "--json")).isZero();
    return JsonMapper.builder().build().readTree(terminal.out());
  }

  private static byte[] edited(byte[] rejects, Consumer<XSSFSheet> edit) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(rejects));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      edit.accept(workbook.getSheet("补正 1"));
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void set(XSSFSheet sheet, int row, int column, String text) {
    sheet.getRow(row).getCell(column).setCellValue(text);
  }
}
