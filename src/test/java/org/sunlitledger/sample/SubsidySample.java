package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Subsidies of 2020 by kind, each with its published number of people or households and amount. */
final class SubsidySample {
  private final Sheet sheet =
      new Sheet(
          "发放凭证号",
          "补贴类别",
          "发放日期",
          "乡镇",
          "行政村",
          "户编号",
          "姓名",
          "身份证号",
          "学期",
          "资金来源",
          "支出功能分类科目",
          "指标文号",
          "批次号",
          "发放金额");
  private final List<Household> households;
  private final Random random;
  private int voucher;

  SubsidySample(List<Household> households, Random random) {
    this.households = households;
    this.random = random;
  }

  void write(Path folder, int year) {
    many("贴息", "2130507", MicroloanSample.BORROWERS, 3_120, 7_529_790, 600, 6_000, true);
    many("驾驶员培训", "2130599", Household.COUNT, 385, 1_379_000, 2_000, 5_000, false);
    many("雨露计划", "2130506", Household.COUNT, 591, 886_500, 1_500, 1_500, false);
    many("产业奖补", "2130507", Household.COUNT, 4_273, 7_265_153, 300, 5_000, true);
    many("就业补助", "2130599", Household.COUNT, 2_600, 9_000_007, 1_000, 8_000, true);
    many("健康扶贫补助", "2130506", Household.COUNT, 1_700, 6_455_600, 500, 12_000, true);
    sheet.write(folder.resolve("subsidy-" + year + ".csv"));
  }

  /** One payment a household; to its head, or to another of its members. */
  private void many(
      String kind,
      String code,
      int among,
      int count,
      long total,
      long least,
      long most,
      boolean toHead) {
    long[] amounts = Shares.of(total, count, least, most, 1, random);
    int offset = random.nextInt(among);
    String[] sources = {"中央", "自治区", "县级"};
    for (int i = 0; i < count; i++) {
      int index = (offset + i) % among;
      Household household = households.get(index);
      Person payee = toHead ? household.head() : Person.of(20_000 + index);
      int month = 3 + i * 9 / count;
      sheet.add(
          "BT%06d".formatted(++voucher),
          kind,
          LocalDate.of(2020, month, 5 + random.nextInt(20)),
          household.place().township(),
          household.place().village(),
          household.number(),
          payee.name(),
          payee.idNumber(),
          kind.equals("雨露计划") ? "2019年秋季学期" : "",
          sources[i % 3],
          code,
          "宁财农指标〔2020〕%d号".formatted(200 + i % 3),
          "P%02d".formatted(month),
          amounts[i]);
    }
  }
}
