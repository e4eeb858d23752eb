package org.sunlitledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that is taken back, paid again, or paid to somebody else inside a sum. */
class DivertedIT extends ComparedYear {
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
}
