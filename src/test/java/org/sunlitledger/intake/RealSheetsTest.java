package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** Files as offices hand them in, many in one night: each test looks at its own. */
class RealSheetsTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";
  private static final String PROJECT =
      "项目编号,项目名称,项目类别,乡镇,行政村,实施单位,绩效目标,计划总投资,中央资金,自治区资金";

  private static Office office;
  private static List<String> findings;

  private static String aid(String key, String amount) {
    return "%s,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,%s".formatted(key, amount);
  }

  private static String project(String key, String amounts) {
    return "%1$s,%1$s项目,产业,香山乡,黄泉村,香山乡人民政府,增收,%2$s".formatted(key, amounts);
  }

  @BeforeAll
  static void oneNight(@TempDir Path folder) throws IOException {
    office = Office.in(folder);
    secondHeaders();
    continuedSheets();
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
            from aid
            where receipt_no like :prefix || '%'
            order by receipt_no
            """)
        .param("prefix", prefix)
        .query(String.class)
        .list();
  }

  private static String status(String name) {
    return office
        .sql()
        .sql("select status || ' ' || lines_read from delivery where name like :name || '%'")
        .param("name", name)
        .query(String.class)
        .single();
  }

  // a header that comes again with other columns

  private static void secondHeaders() throws IOException {
    String turned = PROJECT.replace("中央资金,自治区资金", "自治区资金,中央资金");
    office
        .deliver(
            "blocks-project-2020.xlsx",
            workbook(
                Map.of(
                    "一",
                    List.of(
                        "一、产业项目",
                        PROJECT,
                        project("XM-24-1", "1000,1000"),
                        "二、基础设施",
                        turned,
                        project("XM-24-3", "5000,5000")))))
        .deliver(
            "below-aid-2020.csv",
            "一、区直单位",
            AID,
            aid("BA-1", "1000"),
            aid("BA-2", "1000"),
            "小计,,,,,,,2000",
            "",
            "二、企业",
            AID.replace("提供单位", "甲").replace("行政村", "提供单位").replace(",甲,", ",行政村,"),
            "BA-3,帮扶资金,黄泉村,现金,香山乡,乙公司,2020-03-05,3000",
            "小计,,,,,,,3000",
            "合计,,,,,,,5000")
        .deliver(
            "unit-aid-2020.csv",
            AID,
            aid("UN-1", "1000"),
            "合计,,,,,,,1000",
            "2020年企业捐助情况",
            ",,,,,,,单位：万元",
            AID,
            aid("UN-2", "5"),
            "合计,,,,,,,5",
            "总计,,,,,,,5.1")
        .deliver(
            "lacks-aid-2020.csv",
            AID,
            aid("LA-1", "1000"),
            "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期",
            "LA-2,帮扶资金,乙公司,现金,香山乡,黄泉村,2020-03-05")
        .deliver(
            "other-aid-2020.csv",
            AID,
            aid("OT-1", "1000"),
            PROJECT,
            project("XM-99-1", "5000,5000"))
        .deliver(
            "twice-aid-2020.csv", AID, aid("TW-1", "1000"), AID + ",金额", aid("TW-2", "1") + ",2")
        .deliver(
            "two-lines-aid-2020.csv",
            AID,
            aid("TL-1", "1000"),
            "收据编号,来源,,,地点,,到位日期,折合金额",
            ",帮扶类别,形式,提供单位,乡镇,行政村,,",
            "TL-2,帮扶资金,现金,乙公司,香山乡,黄泉村,2020-03-05,7",
            "合计,,,,,,,1007")
        .deliver(
            "rejects-aid-2020.csv",
            "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额",
            "RJ-1,帮扶资金,甲公司,现金,2020-03-05,1000",
            "收据编号,折合金额（万元）,帮扶类别,提供单位,形式,到位日期,乡镇",
            "RJ-2,5,帮扶资金,乙公司,现金,2019-03-05,香山乡",
            "RJ-3,五,帮扶资金,乙公司,现金,2020-03-05,香山乡");
  }

  @Test
  void columnsAreAsTheHeaderAboveThemSays() {
    assertThat(found("blocks-project-2020.xlsx")).isEmpty();
    assertThat(
            office
                .sql()
                .sql(
                    """
                    select project_code || ' ' || coalesce(central, 0) || ' '
                      || coalesce(province, 0)
                    from project
                    where project_code like 'XM-24%'
                    order by 1
                    """)
                .query(String.class)
                .list())
        .containsExactly("XM-24-1 100000 0", "XM-24-3 0 500000");
    assertThat(found("below-aid-2020.csv")).isEmpty();
    assertThat(amounts("BA")).containsExactly("BA-1 甲公司 100000", "BA-2 甲公司 100000", "BA-3 乙公司 300000");
  }

  @Test
  void aUnitAboveALaterHeaderHoldsForItsLines() {
    assertThat(found("unit-aid-2020.csv")).isEmpty();
    assertThat(amounts("UN")).containsExactly("UN-1 甲公司 100000", "UN-2 甲公司 5000000");
  }

  @Test
  void aLaterHeaderOfTwoLinesHoldsToo() {
    assertThat(found("two-lines-aid-2020.csv")).isEmpty();
    assertThat(amounts("TL")).containsExactly("TL-1 甲公司 100000", "TL-2 乙公司 700");
  }

  @Test
  void aLaterHeaderThatIsNotWholeRejectsTheFileByItsLine() {
    assertThat(found("lacks-aid-2020.csv")).singleElement().asString().startsWith("3 file-columns-missing");
    assertThat(found("other-aid-2020.csv")).singleElement().asString().startsWith("3 file-header");
    assertThat(found("twice-aid-2020.csv")).singleElement().asString().startsWith("3 file-column-twice");
    assertThat(amounts("LA")).isEmpty();
  }

  @Test
  void rejectedLinesAreKeptInTheFirstHeadersColumnsAndUnit() {
    List<String> rejects =
        office
            .sql()
            .sql(
                """
                select array_to_string(r.cells, ',')
                from reject r
                join delivery d on d.id = r.delivery_id
                where d.name like 'rejects-aid%'
                order by r.line
                """)
            .query(String.class)
            .list();
    assertThat(rejects)
        .containsExactly(
            "RJ-2,帮扶资金,乙公司,现金,2019-03-05,50000.00,香山乡",
            "RJ-3,帮扶资金,乙公司,现金,2020-03-05,五（万元）,香山乡");
    assertThat(
            office
                .sql()
                .sql(
                    "select array_to_string(titles, ',') from delivery where name like 'rejects-aid%'")
                .query(String.class)
                .single())
        .isEqualTo("收据编号,帮扶类别,提供单位,形式,到位日期,折合金额,乡镇");
  }

  // sheets without a header, and sheets that are none

  private static void continuedSheets() throws IOException {
    Map<String, List<String>> continued = new TreeMap<>();
    continued.put("1", List.of(AID, aid("CO-1", "1000"), aid("CO-2", "1000")));
    continued.put("2", List.of(aid("CO-3", "50000"), aid("CO-4", "60000"), "合计,,,,,,,112000"));
    office.deliver("continued-aid-2020.xlsx", workbook(continued));

    Map<String, List<String>> chain = new TreeMap<>();
    chain.put("1", List.of(AID, aid("CH-1", "1"), "单位：万元", AID, aid("CH-2", "1")));
    chain.put("2", List.of("续表一", aid("CH-3", "2")));
    chain.put("3", List.of());
    chain.put("4", List.of(aid("CH-4", "3"), "CH-5,帮扶资金,甲公司,现金,香山乡,黄泉村,2020-03-05,约3"));
    office.deliver("chain-aid-2020.xlsx", workbook(chain));

    Map<String, List<String>> others = new TreeMap<>();
    others.put("1台账", List.of(AID, aid("SK-1", "1000")));
    others.put("2封面", List.of("沙坡头区", "报送单位,某办,填报日期,2020-12-31", "联系人,张三,联系电话,13812345678"));
    others.put("3填表说明", List.of("序号,列,要求", "1,收据编号,必填，40位以内", "2,折合金额,以元为单位"));
    others.put("4代码", List.of("代码,名称,说明", "2130504,农村基础设施建设,2020年", "2130505,生产发展,2020年"));
    others.put("5透视", List.of("行标签,求和项:折合金额", "香山乡,1000", "总计,1000"));
    others.put("6另一表", List.of("发票,商户,额度", "F1,甲,2000", "F2,乙,3000"));
    others.put("7选项", List.of("产业,中央,现金", "基础设施,自治区,实物", "就业,市级", "教育"));
    others.put("8名单", List.of("村组,户主,事由", "一组,张三,新建", "二组,李四,新建", "三组,王五,改建"));
    others.put("9只有表头", List.of(AID));
    office.deliver("others-aid-2020.xlsx", workbook(others));

    Map<String, List<String>> hidden = new TreeMap<>();
    hidden.put("1台账", List.of(AID, aid("HI-1", "1000")));
    hidden.put("2隐藏", List.of(AID, aid("HI-2", "2000")));
    hidden.put("3隐藏代码", List.of("现金", "实物"));
    office.deliver("hidden-aid-2020.xlsx", workbook(hidden, "隐藏"));

    office.deliver("headeronly-aid-2020.csv", AID);
  }

  @Test
  void aSheetWithoutAHeaderIsReadOn() {
    assertThat(found("continued-aid-2020.xlsx").stream().filter(f -> !f.contains("continued")))
        .isEmpty();
    assertThat(amounts("CO")).hasSize(4).contains("CO-4 甲公司 6000000");
    assertThat(amounts("CH"))
        .containsExactly(
            "CH-1 甲公司 100", "CH-2 甲公司 1000000", "CH-3 甲公司 2000000", "CH-4 甲公司 3000000");
    assertThat(findings)
        .contains(
            "continued-aid-2020.xlsx#2:0 file-sheet-continued =2",
            "chain-aid-2020.xlsx#4:2 amount 折合金额=约3");
  }

  @Test
  void aSheetWithLinesThatIsNoRegisterStaysOpenAndOthersAreListed() {
    assertThat(findings.stream().filter(f -> f.startsWith("others-aid")).toList())
        .containsExactlyInAnyOrder(
            "others-aid-2020.xlsx#1台账:0 file-sheet-without-lines =2封面",
            "others-aid-2020.xlsx#1台账:0 file-sheet-without-lines =3填表说明",
            "others-aid-2020.xlsx#1台账:0 file-sheet-without-lines =4代码",
            "others-aid-2020.xlsx#1台账:0 file-sheet-skipped =5透视",
            "others-aid-2020.xlsx#1台账:0 file-sheet-skipped =6另一表",
            "others-aid-2020.xlsx#1台账:0 file-sheet-without-lines =7选项",
            "others-aid-2020.xlsx#1台账:0 file-sheet-skipped =8名单");
    assertThat(status("others-aid-2020.xlsx#9只有表头")).isEqualTo("live 0");
    assertThat(findings.stream().filter(f -> f.startsWith("hidden-aid")).toList())
        .containsExactlyInAnyOrder(
            "hidden-aid-2020.xlsx:0 file-sheet-skipped =2隐藏",
            "hidden-aid-2020.xlsx:0 file-sheet-without-lines =3隐藏代码");
    assertThat(amounts("HI")).containsExactly("HI-1 甲公司 100000");
  }

  @Test
  void aHeaderWithoutLinesIsADeliveryOfNone() {
    assertThat(found("headeronly-aid-2020.csv")).isEmpty();
    assertThat(status("headeronly-aid-2020.csv")).isEqualTo("live 0");
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

  // signs that mean none

  private static void none() {
    String header =
        "项目编号,项目名称,项目类别,乡镇,行政村,实施单位,绩效目标,计划总投资,中央资金,自治区资金,市级资金,县级资金";
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
            "3 required 折合金额=—",
            "4 required 折合金额=-",
            "5 required 提供单位=/",
            "6 required 到位日期=无");
    assertThat(amounts("DA")).containsExactly("DA-1 甲公司 1000");
  }

  // signs that are not seen

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
            "8 range 折合金额=（500.00）",
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
    assertThat(found("above-aid-2020.csv")).singleElement().asString().startsWith("1 file-lines-above");
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
      rounded[i] = household("HT2900%02d".formatted(i), "9905021960%02d%02d1000".formatted(1 + i % 12, 1 + i % 28));
    }
    office.deliver("rounded-household-2020.csv", rounded);
    String right = rightAndRounded();
    office.deliver("one-household-2020.csv", header, household("HT300001", right));
    String[] many = new String[602];
    many[0] = header;
    many[1] = household("HT310000", right);
    for (int i = 2; i < many.length; i++) {
      String first = "9905021970%02d%02d%03d".formatted(1 + i % 12, 1 + i % 28, 1 + i);
      many[i] =
          household("HT31%04d".formatted(i), first + org.sunlitledger.quantity.IdNumber.check(first));
    }
    office.deliver("many-household-2020.csv", many);
  }

  private static String household(String key, String number) {
    return "%s,测试户,%s,香山乡,黄泉村,3,建档立卡户,2015-01-01".formatted(key, number);
  }

  /** A number that ends in 000 and whose check digit agrees. */
  private static String rightAndRounded() {
    for (int day = 1; day <= 28; day++) {
      String first = "99050219600%d%02d100".formatted(1 + day % 9, day);
      if (org.sunlitledger.quantity.IdNumber.check(first) == '0') {
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

  private static byte[] workbook(Map<String, List<String>> sheets) throws IOException {
    return workbook(sheets, "-");
  }

  private static byte[] workbook(Map<String, List<String>> sheets, String hidden)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      sheets.forEach(
          (name, lines) -> {
            Worksheet sheet = workbook.newWorksheet(name);
            if (name.contains(hidden)) {
              sheet.setVisibilityState(VisibilityState.HIDDEN);
            }
            for (int row = 0; row < lines.size(); row++) {
              String[] cells = lines.get(row).split(",", -1);
              for (int column = 0; column < cells.length; column++) {
                sheet.value(row, column, cells[column]);
              }
            }
          });
    }
    return bytes.toByteArray();
  }
}
