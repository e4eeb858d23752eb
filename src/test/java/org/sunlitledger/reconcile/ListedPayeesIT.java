package org.sunlitledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/** A payee that is on a list of the county's is no person, though it looks like one: 农信社. */
class ListedPayeesIT {
  private static final String BANKS =
      """
      name: paying_bank
      title: 代发机构
      codes:
        - {code: abc, title: 农业银行, description: Bank, aliases: [农行%s]}
      """;

  private static final String PAYEES =
      """
      name: payee
      title: 其他名称
      codes:
        - {code: kd, title: 宁夏康达建设有限公司, description: Short name, aliases: [康达]}
      """;

  private final Path own;
  private final Path folder;

  ListedPayeesIT(@TempDir Path folder) {
    this.folder = folder;
    this.own = folder.resolve("own");
  }

  @Test
  void itIsKeptAndComparedUnderItsNameAlsoWhenItIsListedLater() throws IOException {
    list("");
    Map<String, Object> definitions = Map.of("sunlit.definitions", own.toString());
    try (Office office = Office.in(folder, definitions)) {
      night(office);
      Path ledger =
          office.ledger(
              "treasury.csv",
              "支付凭证号,日期,收款人,支出功能分类科目,资金来源,批次号,项目编号,金额",
              "PZ1,2020-03-01,宁夏康达建设有限责任公司,2130505,中央,,CY-1,1000",
              "PZ2,2020-04-01,户名：康达,2130505,中央,,CY-1,2000",
              "DF1,2020-06-02,农 行,2130507,中央,B1,,30",
              "DF2,2020-07-02,农信社,2130507,中央,B2,,40",
              "DF3,2020-08-02,农信社个人账户,2130507,中央,B3,,50");
      assertThat(office.yearEnd(2020, ledger)).isInstanceOf(YearEnd.Done.class);
      assertThat(found(office))
          .containsExactly("凭证DF2，收款人“农**”不在代发机构名单中", "凭证DF3，收款人“农**个人账户”不在代发机构名单中");
      assertThat(strings(office, "select distinct payee from payment order by payee"))
          .containsExactly("康达");
      assertThat(
              strings(
                  office, "select regexp_replace(payee, '~.*', '') from treasury_entry order by 1"))
          .containsExactlyInAnyOrder("宁夏康达建设有限责任公司", "康达", "农 行", "农**", "农**个人账户");
      assertThat(strings(office, "select cells[4] from reject")).containsExactly("康达");
      list(", 农信社");
      try (Office later = office.again(definitions)) {
        assertThat(later.yearEnd(2020)).isInstanceOf(YearEnd.Done.class);
        // a person's account is none of a bank
        assertThat(found(later)).containsExactly("凭证DF3，收款人“农**个人账户”不在代发机构名单中");
      }
    }
  }

  private void night(Office office) {
    office
        .deliver(
            "project-2020.csv",
            "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金",
            "CY-1,甲养殖园,产业,兴仁镇,兴仁镇人民政府,增收,3000,3000")
        .deliver(
            "payment-2020.csv",
            "支付凭证号,项目编号,支付日期,收款单位,资金来源,支出功能分类科目,支付金额",
            "PZ1,CY-1,2020-03-01,康达,中央,2130505,1000",
            "PZ2,CY-1,2020-04-01,康达,中央,2130505,2000",
            "PZ3,CY-1,2020-04-01,康达,中央,2130505,不详")
        .deliver(
            "household-2020.csv",
            "户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型",
            "HH0001,张一,990502196001010013,兴仁镇,川裕村,4,建档立卡户")
        .deliver(
            "subsidy-2020.csv",
            "发放凭证号,补贴类别,发放日期,乡镇,户编号,姓名,身份证号,资金来源,支出功能分类科目,批次号,发放金额",
            "BT1,产业奖补,2020-06-01,兴仁镇,HH0001,张一,990502196001010013,中央,2130507,B1,30",
            "BT2,产业奖补,2020-07-01,兴仁镇,HH0001,张一,990502196001010013,中央,2130507,B2,40",
            "BT3,产业奖补,2020-08-01,兴仁镇,HH0001,张一,990502196001010013,中央,2130507,B3,50")
        .night(2020);
  }

  private void list(String more) throws IOException {
    Path codes = Files.createDirectories(own.resolve("jobs/codes"));
    Files.writeString(codes.resolve("paying_bank.yaml"), BANKS.formatted(more));
    Files.writeString(codes.resolve("payee.yaml"), PAYEES);
  }

  private static List<String> found(Office office) {
    return strings(
        office,
        "select found from discrepancy where status <> 'gone' and kind like 'payee%' order by key");
  }

  private static List<String> strings(Office office, String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
