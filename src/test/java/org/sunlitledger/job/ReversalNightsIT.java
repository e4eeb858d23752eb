package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.testing.Office;

/** Reversals and what they take back, from one night to the next. */
class ReversalNightsIT {
  private static final String PROJECTS = "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金";
  private static final String PAYMENTS = "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,冲销凭证号";
  private static final String ROLL = "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型";
  private static final String SUBSIDIES = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,学期,资金来源,发放金额,冲销凭证号";
  private static final String STUDENT = "香山乡,HH000001,王合成,990502197001010018";

  private final Office office;

  ReversalNightsIT(@TempDir Path folder) {
    this.office = Office.in(folder);
    office.deliver(
        "项目2019.csv",
        PROJECTS,
        "CY-001,甲项目,产业,香山乡,香山乡人民政府,x,1000000,1000000",
        "CY-002,乙项目,产业,兴仁镇,兴仁镇人民政府,x,1000000,1000000",
        "CY-003,丙项目,产业,兴仁镇,兴仁镇人民政府,x,1000000,1000000");
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** What lines and distinct keys are behind a figure, as {@code explain --records} shows them. */
  private List<String> behind(String figure) {
    Explanation explanation = office.the(Explanation.class);
    List<String> lines = new ArrayList<>();
    explanation.lines(
        2020,
        explanation.leaves(2020, figure).orElseThrow(),
        (leaf, line) ->
            lines.add(
                "%s:%d %s %s".formatted(line.file(), line.line(), line.key(), line.amount())));
    return lines;
  }

  @Test
  void theFiguresFollowWhateverIsHandedIn() {
    office
        .deliver(
            "支付2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,摘要",
            "PZ000001,CY-001,2020-07-22,甲公司,中央,500000,进度款",
            "PZ000002,CY-001,2020-08-22,甲公司,中央,-20000,退回多付款")
        .deliver("补贴2020.csv", SUBSIDIES)
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(office.figures(2020)).containsEntry("F11", "48万元").containsEntry("F12", "1");
    assertThat(behind("F11")).containsExactly("支付2020.csv:2  50000000", "支付2020.csv:3  -2000000");
    assertThat(behind("F12")).containsExactly("支付2020.csv:2 CY-001 50000000");

    // a reversal that comes before its entry waits
    office
        .deliver("支付退回2020.csv", PAYMENTS, "PZ000010,CY-002,2020-09-01,乙公司,中央,-1000,PZ000009")
        .night(2020);
    assertThat(office.findings())
        .containsExactly("支付退回2020.csv:2 reversal-unknown 支付金额=-1000 ← PZ000009");
    office
        .deliver(
            "支付补2020.csv",
            PAYMENTS,
            "PZ000009,CY-002,2020-08-01,乙公司,中央,1000,",
            "PZ000011,CY-003,2020-08-01,丙公司,中央,5000,",
            "PZ000021,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000022,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000023,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000024,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000025,CY-001,2020-08-01,己公司,中央,100,")
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(office.figures(2020)).containsEntry("F11", "48.55万元").containsEntry("F12", "2");
    assertThat(behind("F12"))
        .contains("支付2020.csv:2 CY-001 50000000", "支付补2020.csv:3 CY-003 500000")
        .hasSize(7);

    // a whole reversal on a later night takes its entry out of the counts of an earlier file
    office
        .deliver("支付再退2020.csv", PAYMENTS, "PZ000012,CY-003,2020-10-01,丙公司,中央,-5000,")
        .night(2020);
    assertThat(office.figures(2020)).containsEntry("F11", "48.05万元").containsEntry("F12", "1");

    // and back in, when a corrected file has no reversal any more
    office
        .deliver("支付再退2020（修正）.csv", PAYMENTS, "PZ000012,CY-003,2020-10-01,丁公司,中央,100,")
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(office.figures(2020)).containsEntry("F11", "48.56万元").containsEntry("F12", "2");

    // without its entry the reversal waits again
    office
        .deliver(
            "支付补2020（修正）.csv",
            PAYMENTS,
            "PZ000011,CY-003,2020-08-01,丙公司,中央,5000,",
            "PZ000021,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000022,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000023,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000024,CY-001,2020-08-01,己公司,中央,100,",
            "PZ000025,CY-001,2020-08-01,己公司,中央,100,")
        .night(2020);
    assertThat(office.findings())
        .containsExactly("支付退回2020.csv:2 reversal-unknown 支付金额=-1000 ← PZ000009");
    assertThat(office.figures(2020)).containsEntry("F11", "48.56万元");
    assertThat(
            office
                .sql()
                .sql(
                    "select count(*) from reversal l join payment p using (delivery_id, line) where p.verdict <> 'a'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whatWasRefusedBesideAnEntryIsJudgedAgainWhenItIsTakenBack() {
    office
        .deliver("花名册2020.csv", ROLL, "HH000001,王合成,990502197001010018,香山乡,米粮川村,3,建档立卡户")
        .deliver(
            "补贴2020.csv",
            SUBSIDIES,
            "YL1,雨露计划,2020-03-01," + STUDENT + ",2019年秋季学期,中央,1500,",
            "YL2,雨露计划,2020-05-01," + STUDENT + ",2019年秋季学期,中央,1500,")
        .deliver(
            "支付2020.csv",
            PAYMENTS,
            "PZ1,CY-001,2020-03-01,甲公司,中央,1000000,",
            "PZ2,CY-001,2020-04-01,甲公司,中央,900000,")
        .night(2020);
    assertThat(office.findings())
        .containsExactlyInAnyOrder(
            "补贴2020.csv:3 yulu-twice 学期=2019年秋季学期", "支付2020.csv:3 payment-over-plan 支付金额=1900000");

    office
        .deliver(
            "补贴退回2020.csv", SUBSIDIES, "YL3,雨露计划,2020-04-01," + STUDENT + ",2019年秋季学期,中央,-1500,YL1")
        .deliver("支付退回2020.csv", PAYMENTS, "PZ3,CY-001,2020-05-01,甲公司,中央,-1000000,PZ1")
        .night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(office.figures(2020))
        .containsEntry("F29", "1")
        .containsEntry("F30", "0.15万元")
        .containsEntry("F11", "90万元");

    // without the reversals the second payments are too many again
    office.deliver("补贴退回2020（修正）.csv", SUBSIDIES).deliver("支付退回2020（修正）.csv", PAYMENTS).night(2020);
    assertThat(office.findings())
        .containsExactlyInAnyOrder(
            "补贴2020.csv:3 yulu-twice 学期=2019年秋季学期", "支付2020.csv:3 payment-over-plan 支付金额=1900000");
    assertThat(office.figures(2020)).containsEntry("F30", "0.15万元").containsEntry("F11", "100万元");
  }

  @Test
  void aClosedYearStaysAsItIsAndASupplementNamesTheEntry() {
    office
        .deliver("补贴2020.csv", SUBSIDIES)
        .deliver("支付2019.csv", PAYMENTS, "PZ1,CY-001,2019-12-01,甲公司,中央,700,")
        .night(2020);
    office
        .sql()
        .sql(
            """
            insert into year_close
              (year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
            values (2019, 1, now(), '甲', 'v', 's', 0)
            """)
        .update();
    office
        .deliver(
            "支付2020.csv",
            PAYMENTS,
            "PZ2,CY-001,2020-02-01,甲公司,中央,-700,",
            "PZ3,CY-002,2020-01-01,乙公司,中央,500,",
            "PZ4,CY-002,2020-01-01,乙公司,中央,600,",
            "PZ5,CY-002,2020-02-01,乙公司,中央,-500,")
        .night(2020);
    assertThat(office.findings())
        .containsExactlyInAnyOrder(
            "支付2020.csv:2 reversal-below-zero 支付金额=-700",
            "支付2020.csv:5 reversal-ambiguous 支付金额=-500");
    assertThat(
            office
                .sql()
                .sql(
                    "select count(*) from uncounted_line u join delivery d on d.id = u.delivery_id where d.year = 2019")
                .query(Integer.class)
                .single())
        .isZero();

    int delivery =
        office
            .sql()
            .sql("select id from delivery where name = '支付2020.csv'")
            .query(Integer.class)
            .single();
    office
        .deliver(
            "补正2020.csv",
            "补正批次 " + delivery,
            "原行号," + PAYMENTS,
            "5,PZ5,CY-002,2020-02-01,乙公司,中央,-500,PZ4")
        .night(2020);
    assertThat(office.findings()).containsExactly("支付2020.csv:2 reversal-below-zero 支付金额=-700");
    assertThat(office.figures(2020)).containsEntry("F11", "-0.01万元").containsEntry("F12", "1");
  }

  @Test
  void aLedgerMayHaveNegativeEntriesAndItsProofAddsUp() {
    office
        .deliver(
            "支付2020.csv",
            PAYMENTS,
            "PZ1,CY-001,2020-03-01,甲公司,中央,50000,",
            "PZ2,CY-001,2020-04-01,甲公司,中央,-20000,PZ1",
            "PZ3,CY-001,2020-04-02,甲公司,中央,-1000,PZ1")
        .night(2020);
    YearEnd.YearEndResult result =
        office.yearEnd(
            2020,
            office.ledger(
                "国库2020.csv",
                "支付凭证号,日期,收款人,摘要,支出功能分类科目,指标文号,资金来源,批次号,项目编号,金额",
                "PZ1,2020-03-01,甲公司,工程款,2130505,,中央,,CY-001,50000",
                "PZ2,2020-04-01,甲公司,退款,2130505,,中央,,CY-001,-20000",
                "ZF8,2020-06-01,某某公司,工程款,2130505,宁财农指标〔2020〕100号,中央,,CY-001,50000",
                "ZF8,2020-06-03,某某公司,冲销：账号错误退回,2130505,宁财农指标〔2020〕100号,中央,,CY-001,-50000"));
    assertThat(result).isNotNull();
    assertThat(
            office
                .sql()
                .sql(
                    "select record_fen, record_only_fen, entry_only_fen, difference_fen, entry_fen from reconciliation_proof where source = ''")
                .query(
                    (row, n) ->
                        List.of(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5)))
                .single())
        .isEqualTo(List.of(2_900_000L, -100_000L, 0L, 0L, 3_000_000L));
  }
}
