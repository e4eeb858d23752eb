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

/** Repeated headers and sheets without one, many in one night. Each test checks its own. */
class RealSheetsTest {
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额";
  private static final String PROJECT = "项目编号,项目名称,项目类别,乡镇,行政村,实施单位,绩效目标,计划总投资,中央资金,自治区资金";

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

  // a repeated header with other columns

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
    assertThat(amounts("BA"))
        .containsExactly("BA-1 甲公司 100000", "BA-2 甲公司 100000", "BA-3 乙公司 300000");
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
    assertThat(found("lacks-aid-2020.csv"))
        .singleElement()
        .asString()
        .startsWith("3 file-columns-missing");
    assertThat(found("other-aid-2020.csv")).singleElement().asString().startsWith("3 file-header");
    assertThat(found("twice-aid-2020.csv"))
        .singleElement()
        .asString()
        .startsWith("3 file-column-twice");
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
            "RJ-2,帮扶资金,乙公司,现金,2019-03-05,50000.00,香山乡", "RJ-3,帮扶资金,乙公司,现金,2020-03-05,五（万元）,香山乡");
    assertThat(
            office
                .sql()
                .sql(
                    "select array_to_string(titles, ',') from delivery where name like 'rejects-aid%'")
                .query(String.class)
                .single())
        .isEqualTo("收据编号,帮扶类别,提供单位,形式,到位日期,折合金额,乡镇");
  }

  // sheets without a header, and sheets that are not registers

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

    Map<String, List<String>> single = new TreeMap<>();
    single.put("1台账", List.of(AID, aid("SI-1", "1000")));
    single.put("2续", List.of(aid("SI-2", "2000")));
    single.put("3不全", List.of("SI-3,帮扶资金,甲公司,现金,香山乡,黄泉村,三月五日,一千元"));
    single.put("4句子", List.of("另收到甲公司捐款5000元，未列入上表"));
    single.put("5大写", List.of("补记乙公司捐款伍仟元整"));
    single.put("6数字", List.of("补记捐款 1200"));
    single.put("7生列名", List.of("票号,来款人,事由", "SI-7,丙公司,购书"));
    single.put("8文字行", List.of("SI-8,企业捐助,丁公司,实物,兴仁镇,团结村,待定"));
    single.put("9一格一行", List.of("SI-9 帮扶资金 戊公司 现金 500.00元"));
    single.put("A封面", List.of("沙坡头区2020年社会帮扶台账", "沙坡头区扶贫办", "二〇二一年一月"));
    single.put("B填表说明", List.of("1. 金额以元为单位", "2. 单笔超过5万元的须附合同", "3. 例：12345.60元"));
    single.put("C备注", List.of("本表由各乡镇填报，按季度报送", "万元户、十万元以下的小额信贷不在此列"));
    single.put("D封底", List.of("填报单位：,某办,填报人：,张三,联系电话：,13812345678"));
    single.put("E说明", List.of("另有现金3000元存于乡镇"));
    office.deliver("single-aid-2020.xlsx", workbook(single));

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
  void aSheetOfOneLineOrSentenceIsReadOrStaysOpen() {
    assertThat(amounts("SI")).containsExactly("SI-1 甲公司 100000", "SI-2 甲公司 200000");
    String open = "single-aid-2020.xlsx#1台账:0 file-sheet-skipped =";
    String listed = "single-aid-2020.xlsx#1台账:0 file-sheet-without-lines =";
    assertThat(findings.stream().filter(f -> f.startsWith("single-aid")).toList())
        .containsExactlyInAnyOrder(
            "single-aid-2020.xlsx#2续:0 file-sheet-continued =2续",
            open + "3不全",
            open + "4句子",
            open + "5大写",
            open + "6数字",
            open + "7生列名",
            open + "8文字行",
            open + "9一格一行",
            listed + "A封面",
            listed + "B填表说明",
            listed + "C备注",
            listed + "D封底",
            open + "E说明");
  }

  @Test
  void aHeaderWithoutLinesIsADeliveryOfNone() {
    assertThat(found("headeronly-aid-2020.csv")).isEmpty();
    assertThat(status("headeronly-aid-2020.csv")).isEqualTo("live 0");
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
