package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.unit.UnitText;
import org.sunlitledger.testing.Office;

/** The unit of amounts: a sheet that names it is accepted, an unclear one is rejected. */
class UnitsOfAmountsTest {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String LINE = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,5";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "单位：万元 | 万元",
        "单位：　万元 | 万元",
        "单位:万元 | 万元",
        "单位 : 万 元 | 万元",
        "单　位：万　元 | 万元",
        "单位万元 | 万元",
        "金额单位：人民币万元 | 万元",
        "金额单位：人民币（万元） | 万元",
        "（单位：元） | 元",
        "单位：元、% | 元",
        "计量单位：户、人、万元 | 万元",
        "单位：元/人 | 元",
        "2020年帮扶台账（万元） | 万元",
        "2020年帮扶台账 单位：亿元 | 亿元",
        "填报单位：元山镇 | ''",
        "填报单位：元山镇　单位：万元 | 万元",
        "编制单位：万元村委会 | ''",
        "填报单位：千元村 | ''",
        "单位：元 填报人：张三 | 元",
        "单位：千元 | 千元",
        "金额单位：百万元 | 百万元",
        "单位：万美元 | 万美元",
        "单位：万 | 万",
        "单位：元 单位：万元 | 元、万元",
        "单位：人 | ''",
        "提供单位 | ''",
        "万元 | 万元",
        "万 元 | 万元",
        "金额单位为万元 | 万元",
        "以万元为单位 | 万元",
        "本表数字以亿元为单位。 | 亿元",
        "金额：万元 | 万元",
        "单位：RMB万元 | 万元",
        "單位：萬元 | 万元",
        "填报单位:沙坡头区扶贫办公室 万元 | 万元",
        "Unit: 10,000 yuan | 万元",
        "Unit: thousand yuan | Unit: thousand yuan",
        "金额：千元 | 千元",
        "本表数字均以万元填列 | 本表数字均以万元填列",
        "本表金额都填万元 | 本表金额都填万元",
        "2020年万元增收工程台账 | ''",
        "2020年 万元增收工程台账 | ''",
        "万 元 增 收 工 程 台 账 | ''",
        "“万元”增收工程台账 | ''",
        "投入1.2万元以上项目台账 | ''",
        "投入资金超过1.2万元 | ''",
        "投入五万元 | ''",
        "万元乡 | ''",
        "填报单位：万元乡 | ''",
        "万元户台账 2020年 | ''",
        "金额:万 | 万",
        "单位：万园 | 万园",
        "单位：W元 | W元",
      })
  void aLineAboveTheHeader(String text, String units) {
    assertThat(String.join("、", UnitText.unitsAbove(new SourceLine(1, List.of(text)))))
        .isEqualTo(units == null ? "" : units);
  }

  @Test
  void aUnitInTheCellBesideItsLabel() {
    assertThat(UnitText.unitsAbove(new SourceLine(1, List.of("填报单位：", "某办", "", "单位：", "万元"))))
        .containsExactly("万元");
  }

  @Test
  void unclearUnitsRefuseTheFileAndNothingIsCounted(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office
          .deliver("a-2020.csv", "单位：千元,,,,,", HEADER, LINE)
          .deliver("b-2020.csv", "单位：万元,,,,,", HEADER + "（元）", LINE)
          .deliver("c-2020.csv", HEADER + "（千元）", LINE)
          .deliver("d-2020.csv", "单位：元,,,,,", "（单位：万元）,,,,,", HEADER, LINE)
          .deliver("e-2020.csv", "单位：千元,,,,,", "村,乡镇,帮扶单位")
          .night(2020);
      assertThat(office.findings())
          .contains(
              "a-2020.csv:1 file-unit =千元",
              "b-2020.csv:2 file-unit 折合金额=万元、元",
              "c-2020.csv:1 file-unit 折合金额=千元",
              "d-2020.csv:1 file-unit =元、万元")
          .noneMatch(found -> found.startsWith("e-2020.csv") && found.contains("file-unit"));
      assertThat(amounts(office)).isEmpty();
    }
  }

  @Test
  void clearUnitsAreTakenWhereverTheyStand(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office
          .deliver("a-2020.csv", "填报单位：元山镇,,,,,单位：　万元", HEADER, LINE)
          .deliver("b-2020.csv", "单位：万元,,,,,", HEADER + "（万元）", LINE.replace("SJ-1", "SJ-2"))
          .deliver("c-2020.csv", HEADER + "（人民币：元）", LINE.replace("SJ-1", "SJ-3"))
          .deliver("d-2020.csv", "编制单位：万元村委会,,,,,", HEADER, LINE.replace("SJ-1", "SJ-4"))
          .deliver("e-2020.csv", HEADER, LINE.replace("SJ-1", "SJ-5") + "万元")
          .deliver("f-2020.csv", "单位：万元", HEADER, LINE.replace("SJ-1", "SJ-6") + "元")
          .night(2020);
      assertThat(amounts(office))
          .containsExactly("SJ-1 5000000", "SJ-2 5000000", "SJ-3 500", "SJ-4 500", "SJ-5 5000000");
      assertThat(office.findings()).containsExactly("f-2020.csv:3 amount 折合金额=5元");
    }
  }

  @Test
  void aUnitDirectlyBelowTheHeaderHolds(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office
          .deliver("a-2020.csv", HEADER, ",,,,,单位：万元", LINE)
          .deliver("b-2020.csv", HEADER, "1,2,3,4,5,6", ",,,,,万元", LINE.replace("SJ-1", "SJ-2"))
          .night(2020);
      assertThat(office.findings()).isEmpty();
      assertThat(amounts(office)).containsExactly("SJ-1 5000000", "SJ-2 5000000");
    }
  }

  @Test
  void aUnitBesideTheTitlesHoldsAndAUnitOfEachLineIsRefused(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office
          .deliver("a-2020.csv", HEADER + ",单位：万元", LINE + ",")
          .deliver("b-2020.csv", HEADER + ",,（单位：万元）", LINE.replace("SJ-1", "SJ-2") + ",,")
          .deliver("c-2020.csv", HEADER + ",金额单位：千元", LINE.replace("SJ-1", "SJ-3") + ",")
          .deliver("d-2020.csv", HEADER + ",万元", LINE.replace("SJ-1", "SJ-4") + ",")
          .deliver("e-2020.csv", HEADER + ",金额单位", LINE.replace("SJ-1", "SJ-5") + ",万元")
          .deliver("f-2020.csv", HEADER + ",币种", LINE.replace("SJ-1", "SJ-6") + ",美元")
          .deliver("g-2020.csv", HEADER + ",单位", LINE.replace("SJ-1", "SJ-7") + ",元")
          .deliver("h-2020.csv", HEADER + ",单位", LINE.replace("SJ-1", "SJ-8") + ",扶贫办")
          .deliver("i-2020.csv", HEADER + "（元）,单位", LINE.replace("SJ-1", "SJ-9") + ",万元乡")
          .night(2020);
      assertThat(amounts(office))
          .containsExactly(
              "SJ-1 5000000", "SJ-2 5000000", "SJ-4 5000000", "SJ-7 500", "SJ-8 500", "SJ-9 500");
      assertThat(office.findings())
          .filteredOn(found -> found.contains("file-unit"))
          .containsExactlyInAnyOrder(
              "c-2020.csv:1 file-unit =千元",
              "e-2020.csv:2 file-unit =万元",
              "f-2020.csv:2 file-unit =美元");
    }
  }

  @Test
  void aNoteThatNamesAnotherUnitRefusesTheFile(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      String total = "合计,,,,,5";
      office
          .deliver("a-2020.csv", HEADER, LINE, total, "注：金额单位为万元,,,,,")
          .deliver("b-2020.csv", HEADER, LINE, total, "单位：万元,,,,,")
          .deliver("c-2020.csv", HEADER, LINE, total, "说明：数字均以万元填列,,,,,")
          .deliver("d-2020.csv", "单位：万元", HEADER, LINE, total, "注：金额单位为万元,,,,,")
          .deliver("e-2020.csv", HEADER + "（元）", LINE.replace("SJ-1", "SJ-2"), "注：金额单位为万元,,,,,")
          .deliver("f-2020.csv", HEADER, LINE.replace("SJ-1", "SJ-3"), "注：其中2万元以上的项目由万元乡实施,,,,,")
          .night(2020);
      assertThat(office.findings())
          .containsExactlyInAnyOrder(
              "a-2020.csv:4 file-unit 折合金额=万元",
              "b-2020.csv:4 file-unit 折合金额=万元",
              "c-2020.csv:4 file-unit 折合金额=说明:数字均以万元填列");
      assertThat(amounts(office)).containsExactly("SJ-1 5000000", "SJ-2 500", "SJ-3 500");
    }
  }

  @Test
  void aSentenceNobodyUnderstandsIsNoMatterWhereColumnsNameTheirUnit(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      office
          .deliver("a-2020.csv", "本表金额都填万元,,,,,", HEADER, LINE)
          .deliver("b-2020.csv", "本表金额都填万元,,,,,", HEADER + "（万元）", LINE)
          .deliver("c-2020.csv", "2020年万元增收工程台账", "万元乡", HEADER, LINE.replace("SJ-1", "SJ-2"))
          .night(2020);
      assertThat(office.findings()).containsExactly("a-2020.csv:1 file-unit =本表金额都填万元");
      assertThat(amounts(office)).containsExactly("SJ-1 5000000", "SJ-2 500");
    }
  }

  @Test
  void aUnitInTheNameOfAFileOrItsFolderHoldsAndARenamedFileIsReadAgain(@TempDir Path folder)
      throws IOException {
    try (Office office = Office.in(folder)) {
      office
          .deliver("甲2020.csv", HEADER, LINE)
          .deliver("乙（单位：万元）2020.csv", HEADER, LINE.replace("SJ-1", "SJ-2"))
          .deliver("万元乡/丙2020.csv", HEADER, LINE.replace("SJ-1", "SJ-3"))
          .deliver("报送（万元）/丁2020.csv", HEADER, LINE.replace("SJ-1", "SJ-4"))
          .deliver("戊千元2020.csv", HEADER, LINE.replace("SJ-1", "SJ-5"))
          .night(2020);
      assertThat(amounts(office))
          .containsExactly("SJ-1 500", "SJ-2 5000000", "SJ-3 500", "SJ-4 5000000");
      assertThat(office.findings()).containsExactly("戊千元2020.csv:0 file-unit 折合金额=…千元…（文件名）、元");

      Path inbox = office.inbox();
      Files.move(inbox.resolve("甲2020.csv"), inbox.resolve("甲2020（万元）.csv"));
      Files.move(inbox.resolve("戊千元2020.csv"), inbox.resolve("戊（元）2020.csv"));
      office.night(2020);
      assertThat(live(office))
          .containsExactly("SJ-1 5000000", "SJ-2 5000000", "SJ-3 500", "SJ-4 5000000", "SJ-5 500");
      assertThat(office.findings()).isEmpty();
      assertThat(office.night(2020).deliveries()).isZero();
    }
  }

  private static List<String> live(Office office) {
    return office
        .sql()
        .sql("select receipt_no || ' ' || amount from live_aid order by receipt_no")
        .query(String.class)
        .list();
  }

  private static List<String> amounts(Office office) {
    return new ArrayList<>(
        office
            .sql()
            .sql("select receipt_no || ' ' || amount from aid order by receipt_no")
            .query(String.class)
            .list());
  }
}
