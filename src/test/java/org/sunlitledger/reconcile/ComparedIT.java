package org.sunlitledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/** Vouchers and amounts fit: what else both sides say is compared, as people write it. */
class ComparedIT {
  private static final String LEDGER = "支付凭证号,日期,收款人,摘要,支出功能分类科目,指标文号,资金来源,批次号,项目编号,金额";
  private static final String DOCUMENT = "宁财农指标〔2020〕100号";

  /** What the ledger has when all is well. */
  private static final List<String> WELL =
      List.of(
          "PZ1,2020-03-01,甲公司,,2130505,%s,中央,,CY-1,1000",
          "PZ2,2020-04-01,宁夏乙建设有限公司,,2130505,%s,中央,,CY-1,2000",
          "PZ3,2020-05-01,王建国,,2130505,%s,中央,,CY-1,3000",
          "ZF4,2020-06-01,代发户,,2130505,%s,中央,B4,CY-1,700",
          "DF1,2020-06-02,农商行代发,,2130507,%s,中央,B1,,30",
          "BT3,2020-07-02,李二,,2130507,%s,中央,,,40");

  private static Path folder;

  private static Office office;

  @BeforeAll
  static void aNight(@TempDir Path given) {
    folder = given;
    office = Office.in(folder);
    office
        .deliver(
            "project-2020.csv",
            "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金",
            "CY-1,甲养殖园,产业,兴仁镇,兴仁镇人民政府,增收,6700,6700")
        .deliver(
            "payment-2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支出功能分类科目,指标文号,批次号,支付金额",
            "PZ1,CY-1,2020-03-01,甲公司,中央,2130505,%s,,1000".formatted(DOCUMENT),
            "PZ2,CY-1,2020-04-01,宁夏乙建设有限公司,中央,2130505,%s,,2000".formatted(DOCUMENT),
            "PZ3,CY-1,2020-05-01,王建国,中央,2130505,%s,,3000".formatted(DOCUMENT),
            "PZ4,CY-1,2020-06-01,丙公司,中央,2130505,%s,B4,300".formatted(DOCUMENT),
            "PZ5,CY-1,2020-06-01,丁公司,中央,2130505,%s,B4,400".formatted(DOCUMENT))
        .deliver(
            "household-2020.csv",
            "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
            "HH0001,张一,990502196001010013,兴仁镇,川裕村,4,建档立卡户",
            "HH0002,李二,990502196001010021,兴仁镇,川裕村,4,建档立卡户")
        .deliver(
            "subsidy-2020.csv",
            "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,支出功能分类科目,指标文号,批次号,发放金额",
            "BT1,产业奖补,2020-06-01,兴仁镇,HH0001,张一,990502196001010013,中央,2130507,%s,B1,10"
                .formatted(DOCUMENT),
            "BT2,产业奖补,2020-06-01,兴仁镇,HH0002,李二,990502196001010021,中央,2130507,%s,B1,20"
                .formatted(DOCUMENT),
            "BT3,产业奖补,2020-07-01,兴仁镇,HH0002,李二,990502196001010021,中央,2130507,%s,,40"
                .formatted(DOCUMENT))
        .night(2020);
    assertThat(office.findings()).isEmpty();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void allIsWell() {
    assertThat(reconcile(WELL)).isEmpty();
  }

  @Test
  void namesAreComparedAsPeopleWriteThem() {
    assertThat(
            reconcile(
                with(
                    "PZ2,2020-04-01, 宁夏（乙） 建设有限责任公司。,,2130505,宁财农指标[2020]100号,中央资金,,ｃｙ－１,2000",
                    "PZ3,2020-05-01,王　建国（个人账户）,,2130505,,中央,,CY-1,3000")))
        .isEmpty();
    assertThat(reconcile(with("PZ2,2020-04-01,宁夏乙建设股份有限公司,,2130505,,中央,,CY-1,2000")))
        .containsExactly("payee-differs PZ2 2000");
    assertThat(reconcile(with("PZ2,2020-04-01,宁夏乙建设有限公司（李某）,,2130505,,中央,,CY-1,2000")))
        .containsExactly("payee-differs PZ2 2000");
  }

  @Test
  void twoPeopleWithTheSameMaskedNameAreTwoAndNoNameIsKept() {
    assertThat(reconcile(with("PZ3,2020-05-01,王建军,,2130505,,中央,,CY-1,3000")))
        .containsExactly("payee-differs PZ3 3000");
    assertThat(found())
        .anyMatch(found -> found.matches(".*国库“王\\*\\*~\\w{10}”，记录“王\\*\\*~\\w{10}”"));
    assertThat(list("select payee from treasury_entry union select payee from payment"))
        .noneMatch(payee -> payee.contains("建国") || payee.contains("建军"));
  }

  @Test
  void aSubsidyByItselfIsPaidToThePersonOrByAPayingBank() {
    assertThat(reconcile(with("BT3,2020-07-02,农业银行,,2130507,,中央,,,40"))).isEmpty();
    assertThat(reconcile(with("BT3,2020-07-02,王三,,2130507,,中央,,,40")))
        .containsExactly("payee-differs BT3 40");
    assertThat(reconcile(with("BT3,2020-07-02,某某商行,,2130507,,中央,,,40")))
        .containsExactly("payee-differs BT3 40");
  }

  @Test
  void aPayingBankIsNoPersonThoughItsNameBeginsWithASurname() {
    for (String bank : List.of("农行", "农 行代发", "农信社", "户名：农行", "邮储代发")) {
      assertThat(reconcile(with("DF1,2020-06-02,%s,,2130507,,中央,B1,,30".formatted(bank))))
          .as(bank)
          .isEmpty();
    }
    assertThat(reconcile(with("DF1,2020-06-02,农行建,,2130507,,中央,B1,,30")))
        .containsExactly("payee-differs DF1 30");
    assertThat(reconcile(with("DF1,2020-06-02,农行个人账户,,2130507,,中央,B1,,30")))
        .containsExactly("payee-differs DF1 30");
  }

  @Test
  void aBatchOfTwoPayeesIsNotPaidToOneOfThem() {
    assertThat(reconcile(with("ZF4,2020-06-01,丙公司,,2130505,,中央,B4,CY-1,700")))
        .containsExactly("payee-differs ZF4 700");
    assertThat(reconcile(with("ZF4,2020-06-01,代发户,,2130505,,中央,B4,CY-9,700")))
        .containsExactly("project-differs ZF4 700");
  }

  @Test
  void whatDiffersInSeveralThingsIsFoundInEach() {
    assertThat(reconcile(with("PZ1,2020-05-01,戊公司,,2130504,宁财农指标〔2020〕9号,县级,,CY-2,1000")))
        .containsExactly(
            "date-differs PZ1 1000",
            "document-differs PZ1 1000",
            "function-code PZ1 1000",
            "payee-differs PZ1 1000",
            "project-differs PZ1 1000",
            "source-differs PZ1 1000");
    assertThat(list("select differs from discrepancy where kind = 'payee-differs' and key = 'PZ1'"))
        .containsExactly("payee");
  }

  @Test
  void theWindowWantsPayeeAndProjectAndSaysThatTheVoucherDiffers() {
    assertThat(reconcile(with("PZ1", "GK1,2020-03-05,甲公司,,2130505,,中央,,CY-1,1000"))).isEmpty();
    assertThat(
            list("select remark || ' ' || found from match_remark where line = 7 order by remark"))
        .containsExactly("date 日期：国库2020-03-05，记录2020-03-01", "voucher 凭证号：国库GK1，记录PZ1");
    assertThat(reconcile(with("PZ1", "GK1,2020-03-05,戊公司,,2130505,,中央,,CY-1,1000")))
        .containsExactly("payee-differs GK1 1000");
    assertThat(list("select differs from discrepancy where kind = 'payee-differs' and key = 'GK1'"))
        .containsExactly("payee voucher");
    assertThat(reconcile(with("PZ1", "GK1,2020-03-05,甲公司,,2130505,,中央,,CY-2,1000")))
        .containsExactly("project-differs GK1 1000");
    assertThat(reconcile(with("PZ1", "GK1,2020-03-05,戊公司,,2130505,,中央,,CY-2,1000")))
        .containsExactly(
            "ledger-only GK1 1000", "plan-unspent CY-1 1000", "record-only payment:PZ1 -1000");
  }

  @Test
  void twoEntriesOfOneVoucherInAnotherYearAreTwo() {
    assertThat(
            reconcile(
                with(
                    "PZ1",
                    "PZ1,2021-01-04,甲公司,,2130505,,中央,,CY-1,400",
                    "PZ1,2021-01-05,甲公司,,2130505,,中央,,CY-1,600")))
        .containsExactly("other-year PZ1 400", "other-year PZ1~2 600");
  }

  @Test
  void aReversalNamesWhatItTakesBack() {
    List<String> pair =
        List.of(
            "ZF8,2020-06-01,某某公司,工程款,2130505,,中央,,CY-1,50000",
            "ZF8,2020-06-03,某某公司,冲销：账号错误退回,2130505,,中央,,CY-1,-50000");
    assertThat(reconcile(and(pair))).containsExactly("reversal ZF8 -50000");
    assertThat(found()).contains("冲销凭证ZF8（2020-06-01，50000元）");
    assertThat(reconcile(and(List.of("TH1,2020-03-09,戊公司,退回 PZ1 多付,2130505,,中央,,CY-1,-100"))))
        .containsExactly("reversal TH1 -100");
    assertThat(found()).contains("冲销凭证PZ1（2020-03-01，1000元）；收款人：冲销“戊公司”，被冲销“甲公司”");
    assertThat(
            reconcile(
                and(List.of("TH1,2020-06-09,农商行代发,退款,2130507,%s,中央,B1,,-10".formatted(DOCUMENT)))))
        .containsExactly("reversal TH1 -10");
    assertThat(reconcile(and(List.of("TH1,2020-03-09,不知何人公司,退款,2130505,,中央,,,-77"))))
        .containsExactly("reversal-unmatched TH1 -77");
    assertThat(
            reconcile(
                and(
                    List.of(
                        "TH1,2020-03-09,甲公司,,2130505,,中央,,CY-1,-1000",
                        "TH2,2020-03-10,甲公司,,2130505,,中央,,CY-1,-1000"))))
        .containsExactly(
            "plan-unspent CY-1 2000", "reversal TH1 -1000", "reversal-unmatched TH2 -1000");
  }

  /** Paid, taken back, and paid to somebody else: the last one is no reversal's. */
  @Test
  void whatIsTakenBackAndPaidToAnotherIsNamedWithTheOther() {
    assertThat(
            reconcile(
                and(
                    List.of(
                        "TH1,2020-03-09,甲公司,退回 ZZ9,2130505,,中央,,CY-1,-1000",
                        "ZZ9,2020-03-10,李四商贸有限公司,,2130505,,中央,,CY-1,1000"))))
        .containsExactly("ledger-only ZZ9 1000", "reversal TH1 -1000");
    assertThat(found()).contains("冲销凭证PZ1（2020-03-01，1000元）");
    assertThat(
            reconcile(
                and(
                    List.of(
                        "PZ1,2020-03-09,甲公司,退回,2130505,,中央,,CY-1,-1000",
                        "PZ1,2020-03-10,李四商贸有限公司,,2130505,,中央,,CY-1,1000"))))
        .contains("reversal PZ1 -1000", "paid-twice PZ1 1000");
    assertThat(found()).contains("与凭证PZ1（2020-03-01）重复；收款人：“李四商贸有限公司”，原为“甲公司”");
  }

  @Test
  void aBatchThatIsPaidToEachOfItsPayeesIsRightAndSwappedAmountsAreNot() {
    assertThat(
            reconcile(
                with(
                    "ZF4",
                    "ZF4,2020-06-01,丙公司,,2130505,%s,中央,B4,CY-1,300",
                    "ZF4,2020-06-01,丁公司,,2130505,%s,中央,B4,CY-1,400")))
        .isEmpty();
    assertThat(
            reconcile(
                with(
                    "ZF4",
                    "ZF4,2020-06-01,丙公司,,2130505,%s,中央,B4,CY-1,400",
                    "ZF4,2020-06-01,丁公司,,2130505,%s,中央,B4,CY-1,300")))
        .containsExactly("payee-differs ZF4 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"李大海", "李**商贸有限公司", "李小龙", "李二毛", "李*"})
  void aSubsidyWithoutABatchIsPaidToThePersonAndNobodyWithTheSameMask(String payee) {
    assertThat(reconcile(with("BT3", "BT3,2020-07-02,%s,,2130507,%%s,中央,,,40".formatted(payee))))
        .containsExactly("payee-differs BT3 40");
  }

  @Test
  void eachOfSeveralDoublePaymentsUnderOneVoucherIsListed() {
    assertThat(
            reconcile(
                and(
                    List.of(
                        "ZZ1,2020-03-05,甲公司,,2130505,,中央,,CY-1,1000",
                        "ZZ1,2020-04-05,宁夏乙建设有限公司,,2130505,,中央,,CY-1,2000"))))
        .containsExactly("over-plan CY-1 3000", "paid-twice ZZ1 1000", "paid-twice ZZ1~2 2000");
  }

  @Test
  void moneyThatGoesOutAndComesBackInsideASumIsNamed() {
    assertThat(
            reconcile(
                with(
                    "PZ1",
                    "PZ1,2020-03-01,甲公司,,2130505,%s,中央,,CY-1,400",
                    "PZ1,2020-03-02,甲公司,,2130505,%s,中央,,CY-1,600",
                    "PZ1,2020-03-03,甲公司,,2130505,%s,中央,,CY-1,5000",
                    "PZ1,2020-12-30,甲公司,,2130505,%s,中央,,CY-1,-5000")))
        .containsExactly("reversal PZ1 -5000");
    assertThat(
            reconcile(
                with(
                    "DF1",
                    "DF1,2020-06-02,农商行代发,,2130507,%s,中央,B1,,10",
                    "DF1,2020-06-02,农商行代发,,2130507,%s,中央,B1,,20",
                    "DF1,2020-06-03,农商行代发,,2130507,%s,中央,B1,,3000",
                    "DF1,2020-12-30,农商行代发,,2130507,%s,中央,B1,,-3000")))
        .containsExactly("reversal DF1 -3000");
  }

  /** The last one of the same amount would be taken, were none named. */
  @Test
  void theColumnOfAReversalNamesWhatItTakesBack() {
    List<String> lines =
        new ArrayList<>(
            and(
                List.of(
                    "ZF1,2020-06-01,某某公司,,2130505,,中央,,CY-1,50000",
                    "ZF2,2020-06-02,某某公司,,2130505,,中央,,CY-1,50000")));
    lines.replaceAll(line -> line + ",");
    lines.add("TH9,2020-06-05,某某公司,,2130505,,中央,,CY-1,-50000,ZF1");
    assertThat(reconcile(LEDGER + ",原凭证号", lines))
        .contains("ledger-only ZF2 50000", "reversal TH9 -50000")
        .noneMatch(found -> found.contains("ZF1"));
    assertThat(found()).contains("冲销凭证ZF1（2020-06-01，50000元）");
  }

  @Test
  void withoutAListOfPayingBanksPayeesOfBatchesAreForALookAndNoObstacle() throws IOException {
    Path own = Files.createDirectories(folder.resolve("none/jobs/codes"));
    Files.writeString(
        own.resolve("paying_bank.yaml"), "name: paying_bank\ntitle: 代发机构\ncodes: []\n");
    try (Office without =
        office.again(Map.of("sunlit.definitions", folder.resolve("none").toString()))) {
      List<String> lines = new ArrayList<>(List.of(LEDGER));
      with("DF1,2020-06-02,钱某个人账户,,2130507,,中央,B1,,30")
          .forEach(line -> lines.add(line.formatted(DOCUMENT)));
      Path ledger = without.ledger("treasury.csv", lines.toArray(String[]::new));
      assertThat(without.yearEnd(2020, ledger)).isInstanceOf(YearEnd.Done.class);
      assertThat(
              list(
                  "select severity || ' ' || kind || ' ' || amount || ' ' || found from discrepancy where status <> 'gone' order by amount"))
          .containsExactly(
              "look payee-unlisted 3000 “钱*个人账户”收到1笔，县里没有代发机构名单",
              "look payee-unlisted 70000 “代发户”收到1笔，县里没有代发机构名单");
      assertThat(without.the(Reconciled.class).of(2020).orElseThrow().isOpen()).isFalse();
    }
  }

  @Test
  void severalAgainstSeveralOfOneSumAndPayeeAreProposedAndNotMatched() {
    assertThat(
            reconcile(
                with(
                    "PZ1",
                    "GX1,2020-03-01,甲公司,,2130505,,中央,,CY-1,600",
                    "GX2,2020-03-09,甲公司,,2130505,,中央,,CY-1,400")))
        .containsExactly("group 甲公司/CY-1 1000");
    assertThat(found()).containsExactly("“甲公司”：国库2笔与记录1笔合计同为1000元");
    assertThat(list("select line::text from matched_entry where line in (7, 8)")).isEmpty();
  }

  @Test
  void whatDeservesALookIsListedAndARuleWithoutItsColumnIsNotChecked() {
    reconcile(
        and(
            List.of(
                "LX1,2020-08-01,己公司,,2130505,,中央,,CY-1,2500000",
                "LX2,2020-08-03,己公司,,2130505,,中央,,CY-1,2000000",
                "LX3,2020-12-30,庚公司,,2130505,,中央,,CY-1,499000")));
    assertThat(
            list(
                "select rule || ' ' || items || ' ' || missing from risk_rule where year = 2020 order by position"))
        .containsExactly(
            "amount-below-limit 1 ",
            "split-below-tender 1 ",
            "weekend 1 ",
            "last-days 1 ",
            "new-in-december 1 ",
            "account-of-many-households 0 subsidy.account_key",
            "household-of-several-offices 0 subsidy.paying_office",
            "staff-paid 0 ",
            "first-digits 1 ");
    assertThat(
            list(
                "select rule || ' ' || string_agg(line::text, ' ' order by line) from risk_line where rule <> 'weekend' and side <> '' group by rule order by rule"))
        .containsExactly(
            "amount-below-limit 10",
            "last-days 10",
            "new-in-december 10",
            "split-below-tender 8 9");
    assertThat(office.the(Reconciled.class).of(2020).orElseThrow().risks()).hasSize(9);
  }

  /** The ledger with other entries in the place of those of their vouchers. */
  private static List<String> with(String... others) {
    List<String> lines = new ArrayList<>(WELL);
    for (String other : others) {
      lines.removeIf(line -> line.startsWith(other.split(",", -1)[0] + ","));
    }
    for (String other : others) {
      if (other.contains(",")) {
        lines.add(other);
      }
    }
    return lines;
  }

  private static List<String> and(List<String> more) {
    List<String> lines = new ArrayList<>(WELL);
    lines.addAll(more);
    return lines;
  }

  /** What is found with a ledger, as {@code kind key yuan}. */
  private static List<String> reconcile(List<String> entries) {
    return reconcile(LEDGER, entries);
  }

  private static List<String> reconcile(String header, List<String> entries) {
    List<String> lines = new ArrayList<>(List.of(header));
    entries.forEach(line -> lines.add(line.formatted(DOCUMENT)));
    assertThat(office.yearEnd(2020, office.ledger("treasury.csv", lines.toArray(String[]::new))))
        .isInstanceOf(YearEnd.Done.class);
    return list(
        """
        select kind || ' ' || key || ' ' || trim_scale(amount / 100.0)
        from discrepancy
        where status <> 'gone'
        order by kind, key
        """);
  }

  private static List<String> found() {
    return list("select found from discrepancy where status <> 'gone'");
  }

  private static List<String> list(String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
