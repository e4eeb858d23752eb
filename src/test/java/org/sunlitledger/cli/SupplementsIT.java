package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;
import tools.jackson.databind.json.JsonMapper;

/** Lines are mended one after another, by several people, and never twice. */
class SupplementsIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String SUPPLEMENT = HEADER + ",处理,原行号";
  private static final String ONE = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,100";
  private static final String TWO = "SJ-2,帮扶资金,乙单位,现金,2020-01-11,200";
  private static final String THREE = "SJ-3,帮扶资金,丙单位,现金,2020-01-12,300";
  private static final String FOUR = "SJ-4,帮扶资金,丁单位,现金,2020-01-13,400";

  private final Path folder;
  private final Office office;
  private final Terminal terminal;

  SupplementsIT(@TempDir Path folder) {
    this.folder = folder;
    this.office = Office.in(folder);
    this.terminal = new Terminal(office);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void amountsStayInTheUnitThatStoodAboveTheTable() throws IOException {
    office
        .deliver(
            "aid-2020.csv", "单位：万元,,,,,", HEADER, ONE, bad(TWO).replace("200", "2"), THREE, THREE)
        .night(2020);
    try (Workbook rejects = rejects("zh")) {
      Sheet sheet = rejects.getSheet("补正 1");
      assertThat(texts(sheet.getRow(1))).startsWith("收据编号", "帮扶类别", "提供单位", "形式", "到位日期");
      assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo("折合金额（万元）");
      assertThat(sheet.getRow(3).getCell(5).getStringCellValue()).isEqualTo("300");
      set(sheet, 2, "形式", "现金");
      set(sheet, 3, "收据编号", "SJ-4");
      handIn("补正.xlsx", rejects);
    }
    assertThat(office.findings()).isEmpty();
    assertThat(accepted())
        .containsExactly("SJ-1 100000000", "SJ-2 2000000", "SJ-3 300000000", "SJ-4 300000000");
  }

  @Test
  void aUnitInTheNameOfAFileIsSaidInTheTitlesOfItsRejects() throws IOException {
    office.deliver("aid（万元）-2020.csv", HEADER, ONE, bad(TWO)).night(2020);
    try (Workbook rejects = rejects("zh")) {
      Sheet sheet = rejects.getSheet("补正 1");
      assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo("折合金额（万元）");
      set(sheet, 2, "形式", "现金");
      handIn("补正.xlsx", rejects);
    }
    assertThat(office.findings()).isEmpty();
    assertThat(accepted()).containsExactly("SJ-1 100000000", "SJ-2 200000000");
  }

  @Test
  void whatIsMendedInTheSecondRoundCountsForTheLineItFirstWas() throws IOException {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE), bad(FOUR)).night(2020);
    try (Workbook rejects = rejects("zh")) {
      handIn("补一.xlsx", rejects);
    }
    assertThat(office.findings())
        .containsExactly("补一.xlsx:3 code 形式=不知", "补一.xlsx:4 code 形式=不知", "补一.xlsx:5 code 形式=不知");
    try (Workbook rejects = rejects("zh")) {
      Sheet sheet = rejects.getSheet("补正 2");
      assertThat(texts(sheet.getRow(1)))
          .containsExactly(
              "收据编号", "帮扶类别", "提供单位", "形式", "到位日期", "折合金额", "处理", "原行号", "规则", "级别", "等待对应记录", "列",
              "发现的值", "应为", "怎样更正");
      set(sheet, 3, "形式", "现金");
      set(sheet, 4, "处理", "撤回");
      sheet.removeRow(sheet.getRow(2));
      handIn("补二.xlsx", rejects);
    }
    assertThat(office.findings()).containsExactly("补一.xlsx:3 code 形式=不知");
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-3 30000");
    assertThat(deliveries()).containsExactly("1 -   ", "2 1 0 1 ", "3 1 1 0 1");
    assertThat(office.open()).containsExactly("补一.xlsx: LINE 1");
    try (Workbook rejects = rejects("zh")) {
      set(rejects.getSheet("补正 2"), 2, "形式", "现金");
      handIn("补三.xlsx", rejects);
    }
    assertThat(office.findings()).isEmpty();
    assertThat(office.open()).isEmpty();
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-2 20000", "SJ-3 30000");
  }

  @Test
  void roundsMayAllBeHandedInUnderOneName() throws IOException {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE)).night(2020);
    for (String mended : List.of("SJ-2", "SJ-3")) {
      try (Workbook rejects = rejects("zh")) {
        Sheet sheet = rejects.getSheetAt(0);
        assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo(mended);
        set(sheet, 2, "形式", "现金");
        handIn("rejects.xlsx", rejects);
      }
    }
    assertThat(office.findings()).isEmpty();
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-2 20000", "SJ-3 30000");
  }

  @Test
  void aWholeFileSupersedesEveryRoundOfItsSupplements() throws IOException {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE)).night(2020);
    supplement("补一.csv", 1, bad(TWO) + ",,3", THREE + ",,4");
    supplement("补二.csv", 2, TWO + ",,3");
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-2 20000", "SJ-3 30000");
    office.deliver("aid-2020.csv", HEADER, ONE, bad(THREE), bad(TWO)).night(2020);
    assertThat(accepted()).containsExactly("SJ-1 10000");
  }

  @Test
  void twoPeopleEachMendHalf() {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE)).night(2020);
    supplement("甲.csv", 1, TWO + ",,3", bad(THREE) + ",,4");
    assertThat(office.findings()).containsExactly("甲.csv:4 code 形式=不知");
    supplement("乙.csv", 1, bad(TWO) + ",,3", THREE + ",,4");
    assertThat(office.findings()).isEmpty();
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-2 20000", "SJ-3 30000");
    assertThat(deliveries()).containsExactly("1 -   ", "2 1 1 0 ", "3 1 1 0 ");
    assertThat(office.open()).isEmpty();
  }

  @Test
  void whatNobodyHasMendedIsOpenOnce() {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE)).night(2020);
    office
        .deliver("a.csv", "补正批次 1", SUPPLEMENT, bad(TWO) + ",,3", bad(THREE) + ",,4")
        .deliver("b.csv", "补正批次 1", SUPPLEMENT, bad(TWO) + ",,3", THREE + ",,4")
        .night(2020);
    assertThat(office.findings()).containsExactly("b.csv:3 code 形式=不知");
    assertThat(office.open()).containsExactly("b.csv: LINE 1");
  }

  @Test
  void aLineIsMendedOnce() throws IOException {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE)).night(2020);
    supplement("a.csv", 1, TWO + ",,3");
    office
        .deliver("b.csv", "补正批次 1", SUPPLEMENT, FOUR + ",,3")
        .deliver("c.csv", "补正批次 1", SUPPLEMENT, FOUR + ",撤回,3")
        .deliver("d.csv", "补正批次 1", SUPPLEMENT, THREE + ",,4", FOUR + ",,4")
        .deliver("e.csv", "补正批次 1", SUPPLEMENT, THREE + ",,4")
        .deliver("f.csv", "补正批次 1", SUPPLEMENT, FOUR + ",,4")
        .night(2020);
    assertThat(office.findings())
        .containsExactly(
            "b.csv:3 supplement-line 原行号=3",
            "c.csv:3 supplement-line 原行号=3",
            "d.csv:4 supplement-line 原行号=4",
            "f.csv:3 supplement-line 原行号=4");
    try (Workbook rejects = rejects("zh")) {
      assertThat(texts(rejects.getSheet("整份退回").getRow(1)))
          .startsWith("3", "b.csv", "3", "原行号", "3", "批次 1 中被退回、尚未更正或撤回的行，每行一次");
    }
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-2 20000", "SJ-3 30000");
    // what was mended is changed in the supplement that did so
    supplement("a.csv", 1, TWO.replace("200", "250") + ",,3");
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-2 25000", "SJ-3 30000");
  }

  @Test
  void aSupplementNamesLinesThatAreRefused() {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE)).night(2020);
    office
        .deliver("a.csv", "补正批次 1", SUPPLEMENT, FOUR + ",,99")
        .deliver("b.csv", "补正批次 1", SUPPLEMENT, TWO + ",,3", THREE + ",,")
        .deliver("c.csv", "补正批次 1", SUPPLEMENT, FOUR + ",,2", TWO + ",,3", FOUR + ",,5")
        .deliver("d.csv", "补正批次 1", SUPPLEMENT, FOUR + ",,三")
        .deliver("e.csv", "补正批次 1", HEADER, TWO)
        .deliver("f.csv", "补正批次 1", SUPPLEMENT + ",原行号", TWO + ",,4,3")
        .deliver("g.csv", "补正批次 1", SUPPLEMENT + ",action", TWO + ",,3,withdraw")
        .night(2020);
    assertThat(office.findings())
        .containsExactly(
            "aid-2020.csv:3 code 形式=不知",
            "aid-2020.csv:4 code 形式=不知",
            "a.csv:3 supplement-line 原行号=99",
            "b.csv:4 supplement-line 原行号=",
            "c.csv:3 supplement-line 原行号=2",
            "c.csv:5 supplement-line 原行号=5",
            "d.csv:3 supplement-line 原行号=三",
            "e.csv:2 file-columns-missing 原行号=原行号",
            "f.csv:2 file-column-twice 原行号=原行号",
            "g.csv:2 file-column-twice action=action");
    assertThat(accepted()).containsExactly("SJ-1 10000");
  }

  @Test
  void aWaitingLineStaysOutOnceALaterSupplementStandsForIt() {
    String header = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额";
    String projects = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金";
    office
        .deliver("project-2020.csv", projects, "CY-1,甲,产业,兴仁镇,某镇,增收,1000,1000")
        .deliver("payment-2020.csv", header, "PZ-1,CY-2,2020-10-01,某公司,中央,300")
        .night(2020);
    String payment =
        office
            .sql()
            .sql("select id::text from delivery where register = 'payment'")
            .query(String.class)
            .single();
    String title = "补正批次 " + payment;
    office
        .deliver("甲.csv", title, header + ",原行号", "PZ-1,CY-3,2020-10-01,某公司,中央,300,2")
        .night(2020);
    assertThat(office.findings()).containsExactly("甲.csv:3 payment-project-unknown 项目编号=CY-3");
    office
        .deliver("乙.csv", title, header + ",原行号", "PZ-2,CY-1,2020-10-01,某公司,中央,300,2")
        .deliver(
            "project-more-2020.csv",
            projects,
            "CY-2,乙,产业,兴仁镇,某镇,增收,1000,1000",
            "CY-3,丙,产业,兴仁镇,某镇,增收,1000,1000")
        .night(2020);
    office.night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(
            office
                .sql()
                .sql("select voucher || ' ' || amount from live_payment")
                .query(String.class)
                .list())
        .containsExactly("PZ-2 30000");
  }

  @Test
  void theEnglishWorkbookIsHandedInToo() throws IOException {
    office.deliver("aid-2020.csv", HEADER, ONE, bad(TWO), bad(THREE)).night(2020);
    try (Workbook rejects = rejects("en")) {
      Sheet sheet = rejects.getSheet("supplement 1");
      set(sheet, 2, "形式", "现金");
      set(sheet, 3, "action", "withdraw");
      handIn("mended.xlsx", rejects);
    }
    assertThat(office.findings()).isEmpty();
    assertThat(accepted()).containsExactly("SJ-1 10000", "SJ-2 20000");
  }

  private static String bad(String line) {
    return line.replace("现金", "不知");
  }

  private void supplement(String name, long delivery, String... lines) {
    office
        .deliver(name, "补正批次 %d\n%s\n%s".formatted(delivery, SUPPLEMENT, String.join("\n", lines)))
        .night(2020);
  }

  private Workbook rejects(String language) throws IOException {
    Path file = folder.resolve("rejects.xlsx");
    assertThat(terminal.run("rejects", "--lang", language, "--out", file.toString())).isZero();
    return new XSSFWorkbook(Files.newInputStream(file));
  }

  private void handIn(String name, Workbook workbook) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    office.deliver(name, bytes.toByteArray()).night(2020);
  }

  private static void set(Sheet sheet, int row, String column, String text) {
    int at = texts(sheet.getRow(1)).indexOf(column);
    sheet.getRow(row).getCell(at).setCellValue(text);
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (Cell cell : row) {
      texts.add(cell.getStringCellValue());
    }
    return texts;
  }

  /** Vouchers that count and their fen. */
  private List<String> accepted() {
    return office
        .sql()
        .sql("select receipt_no || ' ' || amount from live_aid order by receipt_no")
        .query(String.class)
        .list();
  }

  /** Number, what it supplements, mended, still wrong, withdrawn. */
  private List<String> deliveries() {
    assertThat(terminal.run("deliveries", "--json")).isZero();
    return JsonMapper.shared()
        .readTree(terminal.out())
        .valueStream()
        .map(
            d ->
                "%s %s %s %s %s"
                    .formatted(
                        d.path("delivery").asString(),
                        d.path("supplements").asString().isEmpty()
                            ? "-"
                            : d.path("supplements").asString(),
                        d.path("mended").asString(),
                        d.path("still_wrong").asString(),
                        d.path("withdrawn").asString()))
        .toList();
  }
}
