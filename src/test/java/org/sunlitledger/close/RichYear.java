package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.sunlitledger.intake.inbox.Acceptance;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/**
 * The small county's year 2020 with everything that a close can stand on: lines that are rejected,
 * corrected, accepted and set aside, files that repeat others, payments that are reversed, a batch.
 */
public final class RichYear {
  static final String SUBSIDIES = "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,学期,资金来源,批次号,发放金额";
  private static final String AID = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";

  private RichYear() {}

  public static void close(Office office) {
    SmallCounty.deliver(office, 2020);
    office
        .deliver(
            "补发2020.csv",
            SUBSIDIES,
            "BT101,产业奖补,2020-11-01,兴仁镇,HH0001,张一,990502196001010013,,县级,PC-9,500",
            "BT102,产业奖补,2020-11-01,兴仁镇,HH0004,赵四,990502196001010056,,县级,PC-9,700",
            "BT103,产业奖补,2020-11-02,香山乡,HH0002,李二,990502196001010021,,县级,,不详",
            "BT104,产业奖补,2020-11-02,香山乡,HH0003,王三,99050219600101003X,,县级,,不详")
        .deliver(
            "支付二2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额,冲销凭证号",
            "PZ50,CY-2,2020-07-01,乙公司,中央,5000,",
            "PZ51,CY-2,2020-07-20,乙公司,中央,-5000,PZ50")
        .deliver("捐赠2020.csv", AID, aid("SJ-1"), aid("SJ-01"))
        .deliver("甲2020.csv", AID, aid("JZ-001"), aid("JZ-002"), aid("JZ-003"));
    office.night(2020);
    office.deliver("乙2020.csv", AID, aid("JZ-002"), aid("JZ-003"), aid("JZ-004"));
    office.night(2020);
    accept(office, "捐赠2020.csv", "乙2020.csv");
    office.night(2020);
    office.deliver(
        "补正.csv",
        "补正批次 %s,,,,,,,,,,,".formatted(delivery(office, "补发2020.csv")),
        SUBSIDIES + ",原行号",
        "BT103,产业奖补,2020-11-02,香山乡,HH0002,李二,990502196001010021,,县级,,600,4");
    office.night(2020);
    setTheRestAside(office);
    office.night(2020);
    SmallCounty.reconcile(office, 2020);
    new Desk(office).mustClose(2020);
  }

  private static void accept(Office office, String... files) {
    for (String file : files) {
      for (long number : open(office, file)) {
        assertThat(office.the(Acceptance.class).accept(number, Optional.empty(), "已核实，另一笔", "王芳"))
            .isInstanceOf(Acceptance.Accepted.class);
      }
    }
  }

  private static void setTheRestAside(Office office) {
    OpenDecisions decisions = office.the(OpenDecisions.class);
    List<Long> rest = office.the(OpenItems.class).between(1, 999, false);
    assertThat(decisions.setAside(rest, "与镇上核实，不计入", "王芳"))
        .isInstanceOf(OpenDecisions.OpenDecided.class);
    rest.forEach(number -> decisions.approve(number, "李四"));
  }

  private static List<Long> open(Office office, String file) {
    return office
        .sql()
        .sql(
            """
            select i.id
            from open_item i
            join delivery d on d.id = i.delivery_id
            where d.name = :file
            """)
        .param("file", file)
        .query(Long.class)
        .list();
  }

  /** Number of the delivery that a file became. */
  static String delivery(Office office, String name) {
    return office
        .sql()
        .sql("select id::text from delivery where name = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private static String aid(String receipt) {
    return receipt + ",帮扶资金,甲单位,现金,2020-01-10,100";
  }
}
