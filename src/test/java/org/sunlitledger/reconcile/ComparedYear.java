package org.sunlitledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.testing.Office;

/** A small county's year of a few payments and subsidies, and what is found with its ledger. */
public abstract class ComparedYear {
  public static final String LEDGER = "支付凭证号,日期,收款人,摘要,支出功能分类科目,指标文号,资金来源,批次号,项目编号,金额";
  public static final String DOCUMENT = "宁财农指标〔2020〕100号";

  /** What the ledger has when all is well. */
  public static final List<String> WELL =
      List.of(
          "PZ1,2020-03-01,甲公司,,2130505,%s,中央,,CY-1,1000",
          "PZ2,2020-04-01,宁夏乙建设有限公司,,2130505,%s,中央,,CY-1,2000",
          "PZ3,2020-05-01,王建国,,2130505,%s,中央,,CY-1,3000",
          "ZF4,2020-06-01,代发户,,2130505,%s,中央,B4,CY-1,700",
          "DF1,2020-06-02,农商行代发,,2130507,%s,中央,B1,,30",
          "BT3,2020-07-02,李二,,2130507,%s,中央,,,40");

  public static Path folder;

  public static Office office;

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

  /** The ledger with other entries in the place of those of their vouchers. */
  protected static List<String> with(String... others) {
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

  static List<String> and(List<String> more) {
    List<String> lines = new ArrayList<>(WELL);
    lines.addAll(more);
    return lines;
  }

  /** What is found with a ledger, as {@code kind key yuan}. */
  protected static List<String> reconcile(List<String> entries) {
    return reconcile(LEDGER, entries);
  }

  static List<String> reconcile(String header, List<String> entries) {
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

  static List<String> found() {
    return list("select found from discrepancy where status <> 'gone'");
  }

  protected static List<String> list(String query) {
    return office.sql().sql(query).query(String.class).list();
  }
}
