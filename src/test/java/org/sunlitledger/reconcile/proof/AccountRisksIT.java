package org.sunlitledger.reconcile.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.reconcile.statement.Statement;
import org.sunlitledger.testing.Office;

/** One account for many households, and one household that several offices pay. */
class AccountRisksIT {
  private static final String HEADER =
      "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,学期,资金来源,支出功能分类科目,批次号,发放金额,收款账号,发放单位";

  private static final String SHARED = "6217001234567890122";
  private static final String ANOTHER = "105012345600007";
  private static final String OWN = "105012345600018";

  private static final int HOUSEHOLDS = 12;

  private static Office office;
  private static int vouchers;

  @BeforeAll
  static void aNight(@TempDir Path given) {
    office = Office.in(given);
    List<String> households = new ArrayList<>();
    households.add("户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型");
    for (int i = 1; i <= HOUSEHOLDS; i++) {
      households.add("HH%04d,王二,%s,兴仁镇,川裕村,4,建档立卡户".formatted(i, number(i)));
    }
    office.deliver("household-2020.csv", households.toArray(String[]::new));
    deliver(
        office,
        List.of(
            // lines 2 to 5: three households with one account, one of them twice
            line(1, "产业奖补", "", 10, SHARED, ""),
            line(1, "就业补助", "", 10, "6217 0012 3456 7890 122", ""),
            line(2, "产业奖补", "", 10, "６２１７００１２３４５６７８９０１２２", ""),
            line(3, "产业奖补", "", 10, "6217-0012-3456-7890-122", ""),
            // lines 6 and 7: two with another
            line(4, "产业奖补", "", 10, ANOTHER, ""),
            line(5, "产业奖补", "", 10, ANOTHER, ""),
            // an account of one household, and no account at all
            line(6, "产业奖补", "", 10, OWN, ""),
            line(6, "就业补助", "", 11, OWN, ""),
            line(7, "产业奖补", "", 10, "", ""),
            line(8, "产业奖补", "", 10, "无", ""),
            // lines 12 and 13: the same by two offices
            line(7, "就业补助", "", 12, "", "县人社局"),
            line(7, "就业补助", "", 13, "", "县农业农村局"),
            // one office, however it is written, and one that is not named
            line(8, "就业补助", "", 12, "", "县人社局"),
            line(8, "就业补助", "", 13, "", " 县 人社局　"),
            line(8, "就业补助", "", 14, "", ""),
            // two offices, but for other things or terms
            line(9, "就业补助", "", 12, "", "县人社局"),
            line(9, "健康扶贫补助", "", 12, "", "县医保局"),
            line(10, "雨露计划", "2020年春季学期", 1500, "", "县教育局"),
            line(10, "雨露计划", "2020年秋季学期", 1500, "", "县人社局"),
            // lines 21 to 23: one term
            line(11, "雨露计划", "2020年春季学期", 1500, "", "县教育局（学生资助中心）"),
            line(11, "雨露计划", "2020年春季学期", 1500, "", "县人社局").replace(number(11), number(12)),
            line(11, "雨露计划", "2020年春季学期", 1500, "", "县教育局(学生资助中心)")
                .replace(number(11), number(10))));
    end(office);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void anAccountOfSeveralHouseholdsIsFoundWithHowManyTheyAre() {
    List<String> shared = risks("account-of-many-households");
    assertThat(shared).hasSize(6);
    assertThat(shared.stream().map(found -> found.replaceAll("[0-9a-f]{12}", "*")))
        .containsExactlyInAnyOrder(
            "* 3户同一账户（代号*） 2 1000",
            "* 3户同一账户（代号*） 3 1000",
            "* 3户同一账户（代号*） 4 1000",
            "* 3户同一账户（代号*） 5 1000",
            "* 2户同一账户（代号*） 6 1000",
            "* 2户同一账户（代号*） 7 1000");
    assertThat(items("account-of-many-households")).isEqualTo(2);
    assertThat(list("select t::text from risk_line t union all select t::text from subsidy t"))
        .noneMatch(text -> text.contains(SHARED) || text.contains(ANOTHER) || text.contains(OWN));
  }

  @Test
  void aHouseholdThatSeveralOfficesPayForTheSameIsFoundWithTheOffices() {
    assertThat(risks("household-of-several-offices"))
        .containsExactly(
            "HH0007/job 户HH0007的就业补助由几个单位发放：县人社局、县农业农村局 12 1200",
            "HH0007/job 户HH0007的就业补助由几个单位发放：县人社局、县农业农村局 13 1300",
            "HH0011/yulu/2020年春季学期 户HH0011的雨露计划2020年春季学期由几个单位发放：县人社局、县教育局(学生资助中心) 21 150000",
            "HH0011/yulu/2020年春季学期 户HH0011的雨露计划2020年春季学期由几个单位发放：县人社局、县教育局(学生资助中心) 22 150000",
            "HH0011/yulu/2020年春季学期 户HH0011的雨露计划2020年春季学期由几个单位发放：县人社局、县教育局(学生资助中心) 23 150000");
    assertThat(items("household-of-several-offices")).isEqualTo(2);
  }

  @Test
  void theyAccuseNobodyAndAreInTheAnnexWithoutTheAccount() {
    assertThat(list("select kind from discrepancy where severity = 'look'")).isEmpty();
    Map<String, byte[]> files = office.the(Statement.class).of(2020);
    assertThat(new String(files.get("reconciliation.html"), StandardCharsets.UTF_8))
        .contains("多户使用同一账户：2 项，6 行", "同一户同一补贴由几个单位发放：2 项，5 行")
        .doesNotContain("未检查", SHARED, ANOTHER);
  }

  @Test
  void inCleanDataNothingIsFoundAndWithoutColumnsNothingIsChecked(@TempDir Path other) {
    try (Office clean = Office.in(other)) {
      clean.deliver(
          "household-2020.csv",
          "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
          "HH0001,王二,%s,兴仁镇,川裕村,4,建档立卡户".formatted(number(1)),
          "HH0002,王三,%s,兴仁镇,川裕村,4,建档立卡户".formatted(number(2)));
      List<String> without =
          List.of(
              line(1, "产业奖补", "", 10, "", ""),
              line(1, "就业补助", "", 10, "", ""),
              line(2, "产业奖补", "", 20, "", ""));
      deliver(clean, without);
      end(clean);
      Reconciliation nothing = clean.the(ReconciliationReader.class).of(2020).orElseThrow();
      assertThat(nothing.risks())
          .filteredOn(risk -> !risk.missing().isEmpty())
          .extracting(Reconciliation.Risk::missing, Reconciliation.Risk::missingEn)
          .containsExactly(
              tuple("惠民补贴台账的“收款账号”", "account (收款账号) of subsidy (惠民补贴台账)"),
              tuple("惠民补贴台账的“发放单位”", "paying_office (发放单位) of subsidy (惠民补贴台账)"));
      assertThat(
              new String(
                  clean.the(Statement.class).of(2020).get("reconciliation.html"),
                  StandardCharsets.UTF_8))
          .contains("多户使用同一账户：未检查，缺少惠民补贴台账的“收款账号”。")
          .doesNotContain("account_key", "paying_office");
      List<String> filled = new ArrayList<>();
      for (int i = 0; i < without.size(); i++) {
        String account = i < 2 ? OWN : ANOTHER;
        filled.add(without.get(i).replaceFirst(",,$", "," + account + ",县民政局"));
      }
      deliver(clean, filled);
      end(clean);
      assertThat(clean.the(ReconciliationReader.class).of(2020).orElseThrow().risks())
          .filteredOn(risk -> risk.rule().startsWith("account") || risk.rule().startsWith("house"))
          .hasSize(2)
          .allMatch(risk -> risk.missing().isEmpty() && risk.items() == 0);
    }
  }

  private static String line(
      int household, String kind, String term, int yuan, String account, String paidBy) {
    vouchers++;
    return "BT%06d,%s,2020-06-%02d,兴仁镇,HH%04d,王二,%s,%s,中央,,B1,%d,%s,%s"
        .formatted(
            vouchers,
            kind,
            1 + vouchers % 28,
            household,
            number(household),
            term,
            yuan,
            account,
            paidBy);
  }

  private static String number(int person) {
    String first = "9905021960%02d01001".formatted(person);
    return first + IdNumber.check(first);
  }

  private static void deliver(Office to, List<String> lines) {
    List<String> all = new ArrayList<>(List.of(HEADER));
    all.addAll(lines);
    to.deliver("subsidy-2020.csv", all.toArray(String[]::new)).night(2020);
    assertThat(to.findings()).isEmpty();
  }

  private static void end(Office of) {
    Path ledger =
        of.ledger(
            "treasury.csv",
            "支付凭证号,日期,收款人,支出功能分类科目,资金来源,批次号,金额",
            "DF1,2020-06-30,农商行代发,2130507,中央,B1,40");
    assertThat(of.yearEnd(2020, ledger)).isInstanceOf(YearEnd.Done.class);
  }

  private static List<String> risks(String rule) {
    return list(
        "select key || ' ' || found || ' ' || line || ' ' || amount from risk_line where rule = '%s' order by key, line"
            .formatted(rule));
  }

  private static int items(String rule) {
    return office.the(ReconciliationReader.class).of(2020).orElseThrow().risks().stream()
        .filter(risk -> risk.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .items();
  }

  private static List<String> list(String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
