package org.sunlitledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.reconcile.proof.ReconciliationReader;
import org.sunlitledger.testing.Office;

/** Vouchers and amounts fit: what else both sides say is compared, as people write it. */
@Tag("long")
class ComparedIT extends ComparedYear {
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
      assertThat(without.the(ReconciliationReader.class).of(2020).orElseThrow().isOpen()).isFalse();
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
    assertThat(office.the(ReconciliationReader.class).of(2020).orElseThrow().risks()).hasSize(9);
  }
}
