package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.testing.Office;

/** Cells, columns and totals as offices write them, many in one night. Each test checks its own. */
class RealCellsTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";
  private static Office office;
  private static List<String> findings;

  private static String aid(String key, String amount) {
    return "%s,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,%s".formatted(key, amount);
  }

  private static String project(String key, String amounts) {
    return "%1$s,%1$s项目,产业,香山乡,黄泉村,香山乡人民政府,增收,%2$s".formatted(key, amounts);
  }

  @BeforeAll
  static void oneNight(@TempDir Path folder) {
    office = Office.in(folder);
    skippedColumns();
    none();
    invisible();
    linesAbove();
    totals();
    roundedNumbers();
    office.night(2020);
    findings = office.findings();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static List<String> found(String file) {
    return findings.stream()
        .filter(found -> found.startsWith(file))
        .map(found -> found.substring(file.length() + 1))
        .toList();
  }

  private static List<String> amounts(String prefix) {
    return office
        .sql()
        .sql(
            """
            select receipt_no || ' ' || donor || ' ' || amount
            from live_aid
            where receipt_no like :prefix || '%'
            order by receipt_no
            """)
        .param("prefix", prefix)
        .query(String.class)
        .list();
  }

  // columns that a register does not have

  private static void skippedColumns() {
    String more = AID + ",序号,配套资金,贷款余额,收款单位,经办,补贴标准（元/亩）,,,空金额,约定款";
    office.deliver(
        "columns-aid-2020.csv",
        more,
        aid("SC-1", "1000") + ",1,500,,第3公司,张三,300,1,88.5,,见附件",
        aid("SC-2", "1000") + ",2,600,-,乙公司,李四,300,2,99,,");
  }

  @Test
  void aColumnOfMoneyThatIsNotReadStaysOpen() {
    assertThat(found("columns-aid-2020.csv"))
        .containsExactlyInAnyOrder(
            "1 file-column-skipped 配套资金=配套资金",
            "1 file-column-skipped 补贴标准（元/亩）=补贴标准（元/亩）",
            "1 file-column-skipped P=P",
            "1 file-column-unknown 收款单位=收款单位",
            "1 file-column-unknown 经办=经办",
            "1 file-column-unknown 约定款=约定款");
    assertThat(amounts("SC")).hasSize(2);
  }

  // signs that mean no value

  private static void none() {
    String header = "项目编号,项目名称,项目类别,乡镇,行政村,实施单位,绩效目标,计划总投资,中央资金,自治区资金,市级资金,县级资金";
    office
        .deliver(
            "dash-project-2020.csv",
            header,
            project("XM-26-1", "\" 1,000.00 \",\" 1,000.00 \",\" -   \",\" -   \",\" -   \""),
            project("XM-26-2", "1000,1000,—,/,无"),
            project("XM-26-3", "1000,1000,0,,"),
            project("XM-26-4", "1000,1000,－,--,／"),
            project("XM-26-5", "1000,1000,——,N/A,空"),
            "合计,—,—,—,—,—,—,5000,5000,-,-,-")
        .deliver(
            "dash-aid-2020.csv",
            AID,
            "DA-1,帮扶资金,甲公司,现金,—,/,2020-03-05,10",
            aid("DA-2", "—"),
            aid("DA-3", " -   "),
            "DA-4,帮扶资金,/,现金,香山乡,黄泉村,2020-03-05,10",
            "DA-5,帮扶资金,甲公司,现金,香山乡,黄泉村,无,10");
  }

  @Test
  void aDashIsNoValueWhereNoneIsAskedFor() {
    assertThat(found("dash-project-2020.csv")).isEmpty();
    assertThat(
            office
                .sql()
                .sql("select count(*) from project where project_code like 'XM-26%'")
                .query(Integer.class)
                .single())
        .isEqualTo(5);
    assertThat(found("dash-aid-2020.csv"))
        .containsExactlyInAnyOrder(
            "3 required 折合金额=—", "4 required 折合金额=-", "5 required 提供单位=/", "6 required 到位日期=无");
    assertThat(amounts("DA")).containsExactly("DA-1 甲公司 1000");
  }

  // invisible characters

  private static void invisible() {
    office.deliver(
        "unseen-aid-2020.csv",
        AID.replace("折合", "折\u200b合"),
        aid("IV-1", "\u202d1000\u202c"),
        aid("IV-2", "\u200b1000"),
        aid("IV-\u20603", "10\u00ad00"),
        aid("IV-4", "\ufeff1000").replace("2020-03-05", "2020-\u200e03-05"),
        aid("IV-5", "1000").replace("现金", "现\u200d金"),
        aid("IV-6", "\u202e0001\u202c"),
        aid("IV-7", "（500.00）"),
        aid("IV-8", "1.2E+7"),
        "\u200b\u200b,,,,,,,");
  }

  @Test
  void signsThatAreNotSeenAreLeftOutAndThoseThatTurnTextAreNamed() {
    assertThat(amounts("IV"))
        .containsExactly(
            "IV-1 甲公司 100000",
            "IV-2 甲公司 100000",
            "IV-3 甲公司 100000",
            "IV-4 甲公司 100000",
            "IV-5 甲公司 100000");
    assertThat(found("unseen-aid-2020.csv"))
        .containsExactlyInAnyOrder(
            "7 control-character 折合金额=[U+202E]0001",
            "8 reversal-ambiguous 折合金额=-500",
            "9 amount 折合金额=1.2E+7");
  }

  // lines above the header

  private static void linesAbove() {
    office
        .deliver("above-aid-2020.csv", aid("AB-1", "5000"), AID, aid("AB-2", "1000"))
        .deliver(
            "titles-aid-2020.csv",
            "2020年社会帮扶资金台账",
            "填报单位：某办,,,,,,2020-12-31,单位：元",
            AID,
            aid("AT-1", "1000"));
  }

  @Test
  void aRecordAboveTheHeaderRejectsTheFile() {
    assertThat(found("above-aid-2020.csv"))
        .singleElement()
        .asString()
        .startsWith("1 file-lines-above");
    assertThat(found("titles-aid-2020.csv")).isEmpty();
    assertThat(amounts("AT")).hasSize(1);
  }

  // totals in words

  private static void totals() {
    office
        .deliver("w1-aid-2020.csv", AID, aid("WO-1", "2000"), "合计人民币（大写）：贰仟元整")
        .deliver("w2-aid-2020.csv", AID, aid("WO-2", "2000"), "合计,,,,,,,2000", "人民币（大写）：贰仟元整")
        .deliver("w3-aid-2020.csv", AID, aid("WO-3", "2000"), "合计（大写）：约贰仟元")
        .deliver("w4-aid-2020.csv", AID, aid("WO-4", "2000"), "合计（大写）：贰仟零壹元整")
        .deliver("w5-aid-2020.csv", AID, aid("WO-5", "12000.5"), "合计,,大写：,壹万贰仟元伍角,,,,12000.50")
        .deliver("w6-aid-2020.csv", AID, aid("WO-6", "2000"), "小计,,,,,,,2000", "金额大写：贰仟整")
        .deliver("w7-aid-2020.csv", AID, aid("WO-7", "贰仟"), "合计,,,,,,,2000");
  }

  @Test
  void totalsInWordsAreComparedOrStayOpen() {
    assertThat(found("w1-aid-2020.csv")).isEmpty();
    assertThat(found("w2-aid-2020.csv")).isEmpty();
    assertThat(found("w3-aid-2020.csv")).containsExactly("3 file-total-unchecked 折合金额=合计（大写）：约贰仟元");
    assertThat(found("w4-aid-2020.csv")).containsExactly("3 file-total 折合金额=合计（大写）：贰仟零壹元整");
    assertThat(found("w5-aid-2020.csv")).isEmpty();
    assertThat(found("w6-aid-2020.csv")).containsExactly("4 file-total-unchecked 折合金额=金额大写：贰仟整");
    assertThat(found("w7-aid-2020.csv"))
        .containsExactly("2 amount 折合金额=贰仟", "3 file-total-unchecked 折合金额=2000");
  }

  // numbers that a spreadsheet has rounded

  private static void roundedNumbers() {
    String header = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型,识别日期";
    String[] rounded = new String[34];
    rounded[0] = header;
    for (int i = 1; i < rounded.length; i++) {
      rounded[i] =
          household(
              "HT2900%02d".formatted(i),
              "9905021960%02d%02d1000".formatted(1 + i % 12, 1 + i % 28));
    }
    office.deliver("rounded-household-2020.csv", rounded);
    String right = rightAndRounded();
    office.deliver("one-household-2020.csv", header, household("HT300001", right));
    String[] many = new String[602];
    many[0] = header;
    many[1] = household("HT310000", right);
    for (int i = 2; i < many.length; i++) {
      String first = "9905021970%02d%02d%03d".formatted(1 + i % 12, 1 + i % 28, 1 + i);
      many[i] = household("HT31%04d".formatted(i), first + IdNumber.check(first));
    }
    office.deliver("many-household-2020.csv", many);
  }

  private static String household(String key, String number) {
    return "%s,测试户,%s,香山乡,黄泉村,3,建档立卡户,2015-01-01".formatted(key, number);
  }

  /** A number that ends in 000 and has a correct check digit. */
  private static String rightAndRounded() {
    for (int day = 1; day <= 28; day++) {
      String first = "99050219600%d%02d100".formatted(1 + day % 9, day);
      if (IdNumber.check(first) == '0') {
        return first + "0";
      }
    }
    throw new IllegalStateException("none");
  }

  @Test
  void roundedNumbersHaveLostDigitsThoughTheirCheckDigitAgrees() {
    assertThat(found("rounded-household-2020.csv"))
        .hasSize(33)
        .allMatch(found -> found.contains(" digits-lost "));
    assertThat(found("one-household-2020.csv")).singleElement().asString().contains("digits-lost");
    assertThat(found("many-household-2020.csv").stream().filter(f -> f.contains("digits-lost")))
        .isEmpty();
  }
}
