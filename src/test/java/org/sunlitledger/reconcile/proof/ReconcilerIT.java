package org.sunlitledger.reconcile.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/** A few payments and subsidies, and ledgers that match them or nearly do. */
class ReconcilerIT {
  private static final String LEDGER = "支付凭证号,日期,收款人,支出功能分类科目,资金来源,批次号,项目编号,金额";

  /** What the ledger has when all is well. */
  private static final List<String> WELL =
      List.of(
          "PZ1,2020-03-01,甲公司,2130505,中央,,CY-1,1000",
          "PZ2,2020-04-01,甲公司,2130505,中央,,CY-1,2000",
          "PZ3,2020-05-01,乙公司,2130505,中央,,CY-1,3000",
          "PZ4,2020-05-03,乙公司,2130505,中央,,CY-1,3000",
          "DF1,2020-06-02,代发户,2130507,中央,B1,,30");

  private static Office office;

  @BeforeAll
  static void aNight(@TempDir Path folder) {
    office = Office.in(folder);
    office
        .deliver(
            "project-2020.csv",
            "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金",
            "CY-1,甲养殖园,产业,兴仁镇,兴仁镇人民政府,增收,9000,9000")
        .deliver(
            "payment-2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支出功能分类科目,支付金额",
            "PZ1,CY-1,2020-03-01,甲公司,中央,2130505,1000",
            "PZ2,CY-1,2020-04-01,甲公司,中央,2130505,2000",
            "PZ3,CY-1,2020-05-01,乙公司,中央,2130505,3000",
            "PZ4,CY-1,2020-05-03,乙公司,中央,2130505,3000")
        .deliver(
            "household-2020.csv",
            "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
            "HH0001,张一,990502196001010013,兴仁镇,川裕村,4,建档立卡户",
            "HH0002,李二,990502196001010021,兴仁镇,川裕村,4,建档立卡户")
        .deliver(
            "subsidy-2020.csv",
            "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,支出功能分类科目,批次号,发放金额",
            "BT1,产业奖补,2020-06-01,兴仁镇,HH0001,张一,990502196001010013,中央,2130507,B1,10",
            "BT2,产业奖补,2020-06-01,兴仁镇,HH0002,李二,990502196001010021,中央,2130507,B1,20")
        .night(2020);
    assertThat(office.findings()).isEmpty();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @BeforeEach
  void allIsWell() {
    assertThat(reconcile(WELL)).isEmpty();
  }

  @Test
  void sameVoucherAndAmountAndABatch() {
    assertThat(matched()).containsExactly("voucher 4 4", "batch 1 2");
  }

  @Test
  void severalEntriesMakeARecordOnlyIfTheyComeToItsAmount() {
    assertThat(
            reconcile(
                with(
                    "PZ2",
                    "PZ2,2020-04-01,甲公司,2130505,中央,,CY-1,500",
                    "PZ2,2020-04-02,甲公司,2130505,中央,,CY-1,1500")))
        .isEmpty();
    assertThat(matched()).containsExactly("voucher 3 3", "split 2 1", "batch 1 2");
    assertThat(
            reconcile(
                with(
                    "PZ2",
                    "PZ2,2020-04-01,甲公司,2130505,中央,,CY-1,500",
                    "PZ2,2020-04-02,甲公司,2130505,中央,,CY-1,1499.99")))
        .containsExactly("amount-differs PZ2 -0.01");
  }

  @Test
  void aBatchInPartsApartFromItsSourceAndOfAnotherSum() {
    assertThat(
            reconcile(
                with(
                    "DF1",
                    "DF1,2020-06-02,代发户,2130507,中央,B1,,10",
                    "DF2,2020-06-02,代发户,2130507,中央,B1,,20")))
        .isEmpty();
    assertThat(matched()).containsExactly("voucher 4 4", "batch-split 2 2");
    assertThat(reconcile(with("DF1", "DF1,2020-06-02,代发户,2130507,县级,B1,,30")))
        .containsExactly("source-differs DF1 30");
    assertThat(matched()).containsExactly("voucher 4 4", "batch-apart 1 2");
    assertThat(reconcile(with("DF1", "DF1,2020-06-02,代发户,2130507,中央,B1,,29")))
        .containsExactly("amount-differs B1/central/2130507/ -1");
  }

  @Test
  void aFewDaysApartOnlyWhereThereIsOneCandidateOnEachSide() {
    assertThat(reconcile(with("PZ2", "GK1,2020-04-11,甲公司,2130505,中央,,,2000"))).isEmpty();
    assertThat(matched()).containsExactly("voucher 3 3", "batch 1 2", "window 1 1");
    assertThat(reconcile(with("PZ2", "GK1,2020-04-12,甲公司,2130505,中央,,CY-1,2000")))
        .containsExactly("ledger-only GK1 2000", "record-only payment:PZ2 -2000");
    List<String> twins = new ArrayList<>(with("PZ3"));
    twins.removeIf(line -> line.startsWith("PZ4"));
    twins.add("GK3,2020-05-02,乙公司,2130505,中央,,CY-1,3000");
    twins.add("GK4,2020-05-02,乙公司,2130505,中央,,CY-1,3000");
    assertThat(reconcile(twins)).containsExactly("ambiguous 乙公司/300000 0");
    assertThat(lines("ambiguous")).containsExactly("entry 5", "entry 6", "record 4", "record 5");
  }

  @Test
  void paidTwiceUnderTheSameVoucherOrAnother() {
    assertThat(reconcile(and("DF1,2020-06-20,代发户,2130507,中央,B1,,30")))
        .containsExactly("paid-twice DF1 30");
    assertThat(reconcile(and("DF9,2020-06-20,代发户,2130507,中央,B1,,30")))
        .containsExactly("paid-twice DF9 30");
    assertThat(lines("paid-twice")).containsExactly("entry 6", "entry 7", "record 2", "record 3");
    assertThat(reconcile(and("DF9,2020-08-20,代发户,2130507,中央,B1,,30")))
        .containsExactly("ledger-only DF9 30");
  }

  @Test
  void anotherYearAnotherCodeAPlanNotSpentAndOneOverspent() {
    assertThat(reconcile(with("PZ1", "PZ1,2021-01-04,甲公司,2130505,中央,,CY-1,1000")))
        .containsExactly("other-year PZ1 1000");
    assertThat(reconcile(with("PZ1", "PZ1,2020-03-01,甲公司,2130599,中央,,CY-1,1000")))
        .containsExactly("function-code PZ1 1000");
    assertThat(reconcile(with("PZ1")))
        .containsExactly("plan-unspent CY-1 1000", "record-only payment:PZ1 -1000");
    assertThat(reconcile(with("PZ1", "PZ1,2020-03-01,甲公司,2130505,中央,,CY-1,1000.01")))
        .containsExactly("amount-differs PZ1 0.01", "over-plan CY-1 0.01");
  }

  @Test
  void theSameAgainKeepsWhatWasDecidedAndWhatChangedIsOpenAgain() {
    List<String> extra = and("ZF1,2020-08-01,丙公司,2130599,县级,,,50");
    assertThat(reconcile(extra)).containsExactly("ledger-only ZF1 50");
    office
        .sql()
        .sql(
            """
            update discrepancy
            set status = 'resolved', resolved_as = 'explained', why = '外单位', resolved_by = '甲',
              resolved_at = now()
            where kind = 'ledger-only' and key = 'ZF1'
            """)
        .update();
    List<String> moved = new ArrayList<>(List.of(extra.get(extra.size() - 1)));
    moved.addAll(WELL);
    reconcile(moved);
    assertThat(status("ZF1")).isEqualTo("resolved");
    reconcile(and("ZF1,2020-08-01,丙公司,2130599,县级,,,51"));
    assertThat(status("ZF1")).isEqualTo("open");
    assertThat(
            office
                .sql()
                .sql(
                    "select who || ' ' || action || ' ' || detail from audit_event order by id desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("year-end changed was resolved");
    reconcile(WELL);
    assertThat(status("ZF1")).isEqualTo("gone");
    reconcile(extra);
    assertThat(status("ZF1")).isEqualTo("open");
  }

  @Test
  void theProofAddsUpPerSource() {
    reconcile(and("ZF1,2020-08-01,丙公司,2130599,县级,,,50"));
    assertThat(
            office.the(ReconciliationReader.class).of(2020).orElseThrow().proof().stream()
                .map(
                    row ->
                        "%s: %d - %d + %d + %d = %d"
                            .formatted(
                                row.source(),
                                row.records(),
                                row.recordOnly(),
                                row.entryOnly(),
                                row.difference(),
                                row.entries())))
        .containsExactly(
            "central: 903000 - 0 + 0 + 0 = 903000",
            "county: 0 - 0 + 5000 + 0 = 5000",
            ": 903000 - 0 + 5000 + 0 = 908000");
  }

  /** The ledger with other entries in the place of one. */
  private static List<String> with(String voucher, String... others) {
    List<String> lines = new ArrayList<>(WELL);
    lines.removeIf(line -> line.startsWith(voucher + ","));
    lines.addAll(List.of(others));
    return lines;
  }

  private static List<String> and(String... more) {
    List<String> lines = new ArrayList<>(WELL);
    lines.addAll(List.of(more));
    return lines;
  }

  /** What is found with a ledger, as {@code kind key yuan}. */
  private static List<String> reconcile(List<String> entries) {
    List<String> lines = new ArrayList<>(List.of(LEDGER));
    lines.addAll(entries);
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

  private static List<String> matched() {
    return list(
        """
        select strategy || ' ' || entries || ' ' || records
        from reconciliation_strategy
        where matches > 0
        order by position
        """);
  }

  private static List<String> lines(String kind) {
    return list(
        """
        select l.side || ' ' || l.line
        from discrepancy d
        join discrepancy_line l on l.discrepancy_id = d.id
        where d.status <> 'gone'
          and d.kind = '%s'
        order by l.side, l.line
        """
            .formatted(kind));
  }

  private static String status(String key) {
    return list("select status from discrepancy where key = '%s'".formatted(key)).get(0);
  }

  private static List<String> list(String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
