package org.sunlitledger.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.testing.Office;

/** Negative amounts of many kinds, all in one night. */
class ReversalsTest {
  private static final String PROJECTS = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金";
  private static final String PAYMENTS = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,原凭证号";
  private static final String ROLL = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型";
  private static final String SUBSIDIES = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,学期,资金来源,发放金额,冲销凭证号";

  private static Office office;
  private static Outcome outcome;

  @BeforeAll
  static void night(@TempDir Path folder) throws IOException {
    office = Office.in(folder);
    List<String> projects = new java.util.ArrayList<>(List.of(PROJECTS));
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      projects.add("CY-%1$s,项目%1$s,产业,兴仁镇,某镇,增收,1000000,1000000".formatted(letter));
    }
    office
        .deliver("项目2019.csv", projects.toArray(String[]::new))
        .deliver(
            "支付2019.csv",
            PAYMENTS,
            "KK1,CY-K,2019-12-01,甲,中央,700,",
            "QQ1,CY-Q,2019-12-01,甲,中央,700,")
        .deliver(
            "支付2020.csv",
            PAYMENTS,
            "AA1,CY-A,2020-03-01,甲,中央,50000,",
            "AA2,CY-A,2020-04-01,甲,中央,-20000,",
            "BB1,CY-B,2020-04-01,乙,中央,-500,",
            "BB2,CY-B,2020-04-01,丙,中央,900,",
            "CC1,CY-C,2020-03-01,甲,中央,500,",
            "CC2,CY-C,2020-03-02,甲,中央,600,",
            "CC3,CY-C,2020-04-01,甲,中央,-400,",
            "CC4,CY-C,2020-04-01,甲,中央,-550,",
            "DD1,CY-D,2020-03-01,甲,中央,50000,",
            "DD2,CY-D,2020-04-01,甲,中央,-30000,DD1",
            "DD3,CY-D,2020-04-02,甲,中央,-20000,DD1",
            "DD4,CY-D,2020-04-03,甲,中央,-1,DD1",
            "EE1,CY-E,2020-03-01,甲,中央,50000,",
            "EE2,CY-E,2020-04-01,甲,中央,-30000,",
            "EE3,CY-E,2020-04-02,甲,中央,-30000,",
            "FF1,CY-F,2020-05-01,甲,中央,-500,",
            "FF2,CY-F,2020-06-01,甲,中央,500,",
            "FF3,CY-F,2020-05-02,甲,中央,-100,FF2",
            "GG1,CY-G,2020-03-01,甲,中央,500,",
            "GG2,CY-G,2020-04-01,乙,中央,-500,GG1",
            "GG3,CY-G,2020-04-01,甲,中央,-500,GG9",
            "HH1,CY-H,2020-03-01,甲,中央,500,",
            "HH1,CY-H,2020-04-01,甲,中央,-500,",
            "HH1,CY-H,2020-04-02,甲,中央,-100,",
            "II1,CY-I,2020-03-01,甲,中央,500,",
            "II2,CY-I,2020-04-01,甲,中央,500,II1",
            "JJ1,CY-J,2020-03-01,甲,中央,900000,",
            "JJ2,CY-J,2020-03-01,甲,中央,-900000,JJ1",
            "JJ3,CY-J,2020-03-01,甲,中央,900000,",
            "JJ4,CY-J,2020-05-01,甲,中央,200000,",
            "JJ5,CY-J,2020-06-01,甲,中央,-200000,JJ4",
            "MM1,CY-M,2020-05-01,甲,中央,200000,MM1",
            "KK2,CY-K,2020-03-01,甲,中央,-700,KK1",
            "QQ2,CY-Q,2020-03-01,甲,中央,-700,",
            "QQ3,CY-Q,2020-05-01,甲,中央,800,",
            "NN1,CY-N,2020-03-01,甲,中央,0,",
            "NN2,CY-N,2020-03-01,甲,中央,-0,",
            "OO1,CY-O,2020-03-01,甲,中央,1000,",
            "OO2,CY-O,2020-03-01,甲,中央,−100,OO1",
            "OO3,CY-O,2020-03-01,甲,中央,－１００,OO1",
            "OO4,CY-O,2020-03-01,甲,中央,(100.00),OO1",
            "OO5,CY-O,2020-03-01,甲,中央,（100.00）,OO1",
            "SS1,CY-S,2020-03-01,甲,中央,300,",
            "SS2,CY-S,2020-04-01,甲,县级,-100,",
            "RR1,CY-R,2020-03-01,甲,中央,-300,RR2",
            "RR2,CY-R,2020-03-01,甲,中央,300,")
        .deliver(
            "支付万元2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额（万元）",
            "LL1,CY-L,2020-03-01,甲,中央,5",
            "LL2,CY-L,2020-03-02,甲,中央,（2.5）",
            "合计,,,,,2.5")
        .deliver("支付表2020.xlsx", workbook())
        .deliver(
            "花名册2020.csv",
            ROLL,
            "HH000001,王合成,990502197001010018,香山乡,米粮川村,3,建档立卡户",
            "HH000002,王合成,990502197001010026,香山乡,米粮川村,3,建档立卡户",
            "HH000003,王合成,990502197001010034,香山乡,米粮川村,3,建档立卡户")
        .deliver(
            "补贴2020.csv",
            SUBSIDIES,
            "YL1,雨露计划,2020-03-01,香山乡,HH000001,王合成,990502197001010018,2019年秋季学期,中央,1500,",
            "YL2,雨露计划,2020-04-01,香山乡,HH000001,王合成,990502197001010018,,中央,-1500,YL1",
            "YL3,雨露计划,2020-05-01,香山乡,HH000001,王合成,990502197001010018,2019年秋季学期,中央,1500,",
            "YL4,雨露计划,2020-05-01,香山乡,HH000002,王合成,990502197001010026,2019年秋季学期,中央,1500,",
            "YL5,雨露计划,2020-05-01,香山乡,HH000002,王合成,990502197001010026,2019年春季学期,中央,2000,",
            "YL6,雨露计划,2020-06-01,香山乡,HH000002,王合成,990502197001010026,2019年春季学期,中央,-500,",
            "YL7,雨露计划,2020-06-01,香山乡,HH000003,王合成,990502197001010034,2019年春季学期,中央,1500,",
            "YL8,雨露计划,2020-06-01,香山乡,HH000003,王合成,990502197001010034,,中央,-400,YL7",
            "JC1,产业奖补,2020-06-01,香山乡,HH000001,王合成,990502197001010018,,中央,800,",
            "JC2,产业奖补,2020-06-01,香山乡,HH000001,王合成,990502197001010018,,中央,800,",
            "JC3,产业奖补,2020-07-01,香山乡,HH000001,王合成,990502197001010018,,中央,-800,JC2",
            "JC4,产业奖补,2020-07-01,香山乡,HH000002,王合成,990502197001010026,,中央,-800,JC1")
        .deliver(
            "帮扶2020.csv",
            "收据编号,帮扶类别,提供单位,形式,乡镇,行政村,到位日期,折合金额,原收据编号",
            "SJ-1,帮扶资金,单位甲,现金,香山乡,米粮川村,2020-05-01,100000,",
            "SJ-2,帮扶资金,单位甲,现金,香山乡,米粮川村,2020-06-01,-40000,",
            "SJ-3,帮扶资金,单位乙,现金,香山乡,米粮川村,2020-06-01,-40000,SJ-1")
        .deliver(
            "理赔2020.csv",
            "赔案号,乡镇,户编号,被保险人,被保险人身份证号,保险公司,赔付日期,赔付金额",
            "LP-1,香山乡,HH000001,王合成,990502197001010018,某公司,2020-05-01,4000",
            "LP-2,香山乡,HH000001,王合成,990502197001010018,某公司,2020-06-01,-4000",
            "LP-3,香山乡,HH000002,王合成,990502197001010026,某公司,2020-06-01,900",
            "LP-4,香山乡,HH000002,王合成,990502197001010026,某公司,2020-07-01,-300")
        .deliver(
            "贷款2020.csv",
            "借款合同号,乡镇,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途",
            "JK-1,香山乡,HH000001,王合成,990502197001010018,农业银行,2020-03-01,2021-03-01,-30000,4.35,信用,养羊");
    outcome = office.night(2020);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(bytes, "test", "1.0");
    Worksheet sheet = workbook.newWorksheet("支付");
    String[] titles = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,红冲凭证号".split(",", -1);
    for (int i = 0; i < titles.length; i++) {
      sheet.value(0, i, titles[i]);
    }
    Object[][] lines = {
      {"PP1", "CY-P", "2020-03-01", "甲", "中央", 500, null},
      {"PP2", "CY-P", "2020-03-02", "甲", "中央", -300, "PP1"},
      {"PP3", "CY-P", "2020-03-03", "甲", "中央", "(50)", "PP1"},
    };
    for (int line = 0; line < lines.length; line++) {
      for (int i = 0; i < titles.length; i++) {
        if (lines[line][i] instanceof Number number) {
          sheet.value(line + 1, i, number);
        } else if (lines[line][i] instanceof String text) {
          sheet.value(line + 1, i, text);
        }
      }
    }
    sheet.finish();
    workbook.finish();
    return bytes.toByteArray();
  }

  /** Vouchers and rules of what was found for the lines of a project. */
  private static List<String> found(String project) {
    return office
        .sql()
        .sql(
            """
            select p.voucher || ' ' || trim_scale(p.amount / 100.0) || ' ' || f.rule
            from payment p
            join finding f using (delivery_id, line)
            where p.project_code = :project
            order by p.delivery_id, p.line, f.rule
            """)
        .param("project", project)
        .query(String.class)
        .list();
  }

  private static long sum(String project) {
    return office
        .sql()
        .sql(
            "select coalesce(sum(amount) / 100, 0) from live_payment where project_code = :project")
        .param("project", project)
        .query(Long.class)
        .single();
  }

  private static String expected(String voucher, String rule) {
    return office
        .sql()
        .sql(
            """
            select f.found || ' | ' || f.expected || ' | ' || f.waiting
            from payment p
            join finding f using (delivery_id, line)
            where p.voucher = :voucher and f.rule = :rule
            """)
        .params(Map.of("voucher", voucher, "rule", rule))
        .query(String.class)
        .single();
  }

  @Test
  void theOnlyEarlierEntryIsTakenBackWithoutBeingNamed() {
    assertThat(found("CY-A")).isEmpty();
    assertThat(sum("CY-A")).isEqualTo(30000);
  }

  @Test
  void withoutCandidateItWaits() {
    assertThat(found("CY-B")).containsExactly("BB1 -500 reversal-unknown");
    assertThat(expected("BB1", "reversal-unknown")).isEqualTo("-500 |  | true");
    assertThat(sum("CY-B")).isEqualTo(900);
  }

  @Test
  void withSeveralCandidatesTheyAreListedAndALargerAmountDecides() {
    assertThat(found("CY-C")).containsExactly("CC3 -400 reversal-ambiguous");
    assertThat(expected("CC3", "reversal-ambiguous"))
        .isEqualTo("-400 | 支付2020.csv : 6 CC1 500元；支付2020.csv : 7 CC2 50元 | false");
    assertThat(sum("CY-C")).isEqualTo(550);
  }

  @Test
  void severalReversalsTakeBackWhatIsLeft() {
    assertThat(found("CY-D")).containsExactly("DD4 -1 reversal-too-large");
    assertThat(expected("DD4", "reversal-too-large"))
        .isEqualTo("-1 ← DD1 | 支付2020.csv : 10 DD1 0元 | false");
    assertThat(found("CY-E")).containsExactly("EE3 -30000 reversal-unknown");
    assertThat(expected("EE3", "reversal-unknown"))
        .isEqualTo("-30000 | 支付2020.csv : 14 EE1 20000元 | true");
  }

  @Test
  void aLaterEntryIsNotTakenBack() {
    assertThat(found("CY-F"))
        .containsExactly("FF1 -500 reversal-unknown", "FF3 -100 reversal-differs");
  }

  @Test
  void anEntryOfAnotherPayeeOrOneThatIsNotThereIsRefused() {
    assertThat(found("CY-G"))
        .containsExactly("GG2 -500 reversal-differs", "GG3 -500 reversal-unknown");
    assertThat(expected("GG3", "reversal-unknown")).isEqualTo("-500 ← GG9 |  | true");
  }

  @Test
  void aVoucherEnteredAgainWithAMinusReversesItself() {
    assertThat(found("CY-H")).containsExactly("HH1 -100 duplicate-key");
    assertThat(sum("CY-H")).isZero();
  }

  @Test
  void anEntryThatIsNamedByAnAmountAboveZeroIsAskedAbout() {
    assertThat(found("CY-I")).containsExactly("II2 500 reversal-not-negative");
    assertThat(found("CY-M")).containsExactly("MM1 200000 reversal-not-negative");
  }

  @Test
  void whatIsPaidReversedAndPaidAgainIsWithinThePlan() {
    assertThat(found("CY-J")).isEmpty();
    assertThat(sum("CY-J")).isEqualTo(900000);
  }

  @Test
  void anEntryOfAnEarlierYearIsTakenBackInTheYearOfTheReversal() {
    assertThat(found("CY-K")).containsExactly("KK2 -700 reversal-below-zero");
    assertThat(found("CY-Q")).as("the 800 yuan are enough").isEmpty();
    assertThat(sum("CY-K")).isZero();
    assertThat(
            office
                .sql()
                .sql("select sum(amount) from live_payment where year = 2019")
                .query(Long.class)
                .single())
        .isEqualTo(140000);
  }

  @Test
  void aSourceThatFallsBelowZeroIsPointedOut() {
    assertThat(found("CY-S")).containsExactly("SS2 -100 reversal-below-zero");
    assertThat(expected("SS2", "reversal-below-zero")).isEqualTo("-100 | 0 | false");
  }

  @Test
  void zeroStaysRefused() {
    assertThat(office.findings().stream().filter(f -> f.contains(" range ")))
        .containsExactlyInAnyOrder(
            "支付2020.csv:37 range 支付金额=0",
            "支付2020.csv:38 range 支付金额=-0",
            "贷款2020.csv:2 range 贷款金额=-30000");
  }

  @Test
  void everyWayToWriteAMinusIsRead() {
    assertThat(found("CY-O")).isEmpty();
    assertThat(sum("CY-O")).isEqualTo(600);
    assertThat(sum("CY-L")).as("in 万元, with a total").isEqualTo(25000);
    assertThat(sum("CY-P")).as("in a workbook").isEqualTo(150);
    assertThat(sum("CY-R")).as("before its entry, on the same day").isZero();
  }

  @Test
  void studentsWhoArePaidAgainAreNotPaidTwiceAndPartsAreHeldAgainstTheStandard() {
    assertThat(subsidies())
        .containsExactly(
            "YL8 yulu-amount 1100", "YL7 yulu-amount 1100", "JC4 reversal-differs -800 ← JC1");
  }

  private static List<String> subsidies() {
    return office
        .sql()
        .sql(
            """
            select p.voucher || ' ' || f.rule || ' ' || f.found
            from subsidy p
            join finding f using (delivery_id, line)
            order by p.amount < 0 and p.kind = 'yulu' desc, p.line
            """)
        .query(String.class)
        .list();
  }

  @Test
  void aidIsReturnedToItsDonorOnly() {
    assertThat(office.findings().stream().filter(f -> f.startsWith("帮扶")))
        .containsExactly("帮扶2020.csv:4 reversal-differs 折合金额=-40000 ← SJ-1");
  }

  @Test
  void sumsHaveEveryLineAndCountsNoneThatWasUndone() {
    Map<String, String> figures = new TreeMap<>(office.figures(2020));
    assertThat(figures).containsEntry("F39", "6万元");
    assertThat(figures).containsEntry("F25", "0.06万元").containsEntry("F24", "1");
    assertThat(figures).containsEntry("F29", "3").containsEntry("F30", "0.56万元");
    assertThat(figures).containsEntry("F31", "1").containsEntry("F32", "0.08万元");
    // A B C E F G I J L O P Q S; those of D, H and R are undone, that of K is of the year before
    assertThat(figures).containsEntry("F12", "13");
    assertThat(figures).containsEntry("F12L", "项目J、项目A");
  }

  @Test
  void theBooksBalance() {
    assertThat(outcome.isDone()).isTrue();
    assertThat(outcome.read()).isEqualTo(outcome.accepted() + outcome.refused());
  }
}
