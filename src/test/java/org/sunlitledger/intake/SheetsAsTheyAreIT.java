package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** Titles, unit lines, headers of two lines, totals and footers of real sheets. */
class SheetsAsTheyAreIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String ONE = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,100.01";
  private static final String TWO = "SJ-2,帮扶资金,乙单位,现金,2020-01-11,200";
  private static final String THREE = "SJ-3,企业捐助,丙单位,现金,2020-01-12,300.5";

  private final Office office;

  SheetsAsTheyAreIT(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aTitleAUnitLineTotalsAndAFooter() {
    office
        .deliver(
            "aid-2020.csv",
            "2020年社会帮扶资金台账,,,,,",
            "填报单位：某办,,,,单位：万元,",
            HEADER,
            ONE,
            TWO,
            "小 计,,,,,300.01",
            THREE,
            "小计（1笔）,,,,,300.5",
            "合计,,,,3笔,600.51",
            "制表人：张三,,审核：李四,,,")
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(amounts()).containsExactly("SJ-1 100010000", "SJ-2 200000000", "SJ-3 300500000");
  }

  @Test
  void aHeaderOfTwoLinesWithAUnitAboveItsGroup() {
    office
        .deliver(
            "项目库2020.csv",
            "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,资金来源（万元）,,开工日期",
            ",,,,,,,中央资金,自治区资金,",
            "CY-1,甲,产业,兴仁镇,某镇,增收,30000,1,2,2020-03-01",
            "合计,,,,,,30000,1,2,")
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(
            office
                .sql()
                .sql("select planned || ' ' || central || ' ' || province from project")
                .query(String.class)
                .list())
        .containsExactly("3000000 1000000 2000000");
  }

  @Test
  void aHiddenSheetIsLeftAloneEvenIfNoOtherIsARegister() throws IOException {
    for (boolean isCoverSeen : new boolean[] {true, false}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
        Worksheet register = workbook.newWorksheet("台账");
        register.setVisibilityState(VisibilityState.HIDDEN);
        write(register, List.of(HEADER, ONE));
        Worksheet cover = workbook.newWorksheet("封面");
        if (isCoverSeen) {
          cover.value(0, 0, "甲乙丙");
        }
      }
      office.deliver("aid-2020.xlsx", bytes.toByteArray()).night(2020);
      assertThat(amounts()).isEmpty();
      assertThat(office.findings())
          .containsExactlyInAnyOrder(
              isCoverSeen ? "aid-2020.xlsx:1 file-header =甲乙丙" : "aid-2020.xlsx:0 file-empty =0",
              "aid-2020.xlsx:0 file-sheet-skipped =台账");
    }
  }

  @Test
  void aCorrectedWorkbookStandsForEachSheetOfTheEarlierOne() throws IOException {
    office.deliver("a-2020.xlsx", workbook(Map.of("一月", List.of(HEADER, ONE)))).night(2020);
    Map<String, List<String>> two = new LinkedHashMap<>();
    two.put("一月", List.of(HEADER, ONE.replace("100.01", "7")));
    two.put("二月", List.of(HEADER, TWO));
    office.deliver("a-2020.xlsx", workbook(two)).night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(live()).containsExactly("SJ-1 700", "SJ-2 20000");

    office.deliver("a-2020.xlsx", workbook(Map.of("一月", List.of(HEADER, ONE)))).night(2020);
    assertThat(office.findings()).containsExactly("a-2020.xlsx:0 file-sheet-missing =一月");
    assertThat(office.sql().sql("select expected from finding").query(String.class).single())
        .isEqualTo("二月");
    two.put("一月", List.of(HEADER, ONE));
    two.put("二月", List.of(HEADER));
    office.deliver("a-2020（修正）.xlsx", workbook(two)).night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(live()).containsExactly("SJ-1 10001");
  }

  private List<String> live() {
    return office
        .sql()
        .sql("select receipt_no || ' ' || amount from live_aid order by receipt_no")
        .query(String.class)
        .list();
  }

  private static byte[] workbook(Map<String, List<String>> sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      sheets.forEach((name, lines) -> write(workbook.newWorksheet(name), lines));
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, List<String> lines) {
    for (int row = 0; row < lines.size(); row++) {
      String[] cells = lines.get(row).split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        sheet.value(row, column, cells[column]);
      }
    }
  }

  @Test
  void aTotalOffByOneFenRefusesTheDeliveryAndSaysByHowMuch() {
    office.deliver("aid-2020.csv", HEADER, ONE, TWO, "合计,,,,,300.02").night(2020);
    assertThat(office.findings()).containsExactly("aid-2020.csv:4 file-total 折合金额=300.02 元");
    assertThat(office.sql().sql("select expected from finding").query(String.class).single())
        .isEqualTo("300.01 元（+0.01 元）");
    assertThat(amounts()).isEmpty();
    office.deliver("aid-2020.csv", HEADER, ONE, TWO, "合计,,,,,300.01").night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(amounts()).hasSize(2);
  }

  @Test
  void aCountThatDoesNotAgreeRefusesTheDeliveryToo() {
    office.deliver("aid-2020.csv", HEADER, ONE, TWO, "合计,,,,共3笔,300.01").night(2020);
    assertThat(office.findings()).containsExactly("aid-2020.csv:4 file-total 到位日期=共3笔");
  }

  @Test
  void aTotalOverALineThatCannotBeReadIsLeftToItsMending() {
    office
        .deliver("aid-2020.csv", HEADER, ONE, TWO.replace("200", "贰佰"), "合计,,,,,300.01")
        .night(2020);
    assertThat(office.findings())
        .containsExactly(
            "aid-2020.csv:3 amount 折合金额=贰佰", "aid-2020.csv:4 file-total-unchecked 折合金额=300.01");
    assertThat(amounts()).containsExactly("SJ-1 10001");
  }

  @Test
  void aRecordWhoseNameEndsLikeATotalIsARecord() {
    office
        .deliver(
            "aid-2020.csv", "提供单位,收据编号,帮扶类别,形式,到位日期,折合金额", "甲村合计,SJ-1,帮扶资金,现金,2020-01-10,100.01")
        .night(2020);
    assertThat(amounts()).containsExactly("SJ-1 10001");
  }

  @Test
  void aWorkbooksTitleMayHaveASemicolon() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("台账");
      sheet.value(0, 0, "2020年台账; 单位: 万元");
      List<String> titles = List.of(HEADER.split(","));
      List<String> cells = List.of(ONE.split(","));
      for (int column = 0; column < cells.size(); column++) {
        sheet.value(1, column, titles.get(column));
        sheet.value(2, column, cells.get(column));
      }
    }
    office.deliver("aid-2020.xlsx", bytes.toByteArray()).night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(amounts()).containsExactly("SJ-1 100010000");
  }

  private List<String> amounts() {
    return office
        .sql()
        .sql("select receipt_no || ' ' || amount from aid order by receipt_no")
        .query(String.class)
        .list();
  }
}
