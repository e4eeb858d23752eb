package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Projects and their payments: what is paid adds up to the published amounts. */
final class ProjectSample {
  private static final String[] SOURCES = {"中央", "自治区", "县级"};

  private final Sheet projects =
      new Sheet(
          "项目编号", "项目名称", "项目类别", "乡镇", "行政村", "实施单位", "绩效目标", "计划总投资", "中央资金", "自治区资金", "市级资金",
          "县级资金", "东西部协作资金", "债券资金", "社会帮扶资金", "自筹资金", "其他资金", "项目管理费", "开工日期", "完工日期");
  private final Sheet payments =
      new Sheet(
          "支付凭证号",
          "项目编号",
          "支付日期",
          "收款单位",
          "收款单位统一社会信用代码",
          "资金来源",
          "支出功能分类科目",
          "指标文号",
          "支付金额",
          "摘要");
  private final List<Place> places = Place.all();
  private final Random random;
  private int voucher;

  ProjectSample(Random random) {
    this.random = random;
  }

  void write(Path folder, int year) {
    kind("CY", "产业", "2130505", 128_740_000, 13, "米粮川村养殖园区扩能改造", "常乐镇康乐移民区养殖园区新建草料棚建设项目", "产业发展项目");
    kind(
        "JC",
        "基础设施",
        "2130504",
        114_040_000,
        25,
        "永康镇苹果产业提档升级建设项目",
        "常乐镇康乐移民区客运站维修改造市场",
        "基础设施改造项目");
    kind("ZC", "政策落实", "2130599", 14_000_000, 6, "就业扶贫公益岗位补助项目", "健康扶贫政策落实项目", "政策落实项目");
    projects.write(folder.resolve("project-" + year + ".csv"));
    payments.write(folder.resolve("payment-" + year + ".csv"));
  }

  /** The first project is the largest, the second comes next. */
  private void kind(
      String prefix,
      String category,
      String code,
      long total,
      int count,
      String first,
      String second,
      String other) {
    long mean = total / count;
    long largest = mean * 2 / 100 * 100;
    long next = mean * 17 / 1000 * 100;
    long[] rest = Shares.of(total - largest - next, count - 2, mean / 2, mean * 3 / 2, 100, random);
    for (int i = 0; i < count; i++) {
      Place place = places.get(random.nextInt(places.size()));
      String name =
          i == 0
              ? first
              : i == 1 ? second : place.township() + place.village() + other + "（" + i + "）";
      if (i == 0 && category.equals("产业")) {
        place = places.get(0);
      }
      long paid = i == 0 ? largest : i == 1 ? next : rest[i - 2];
      project(prefix + "-%03d".formatted(i + 1), category, code, name, place, paid);
    }
  }

  private void project(
      String number, String category, String code, String name, Place place, long paid) {
    long central = paid * 6 / 10;
    long province = paid * 25 / 100;
    long county = paid - central - province;
    long retained = random.nextInt(3) == 0 ? paid / 50 : 0;
    LocalDate start = LocalDate.of(2020, 2, 1).plusDays(random.nextInt(80));
    projects.add(
        number,
        name,
        category,
        place.township(),
        place.village(),
        place.township() + "人民政府",
        "带动建档立卡户增收，验收合格率100%",
        paid + retained,
        central,
        province,
        "",
        county + retained,
        "",
        "",
        "",
        "",
        "",
        "",
        start,
        start.plusDays(120L + random.nextInt(80)));
    long[] bySource = {central, province, county};
    for (int s = 0; s < SOURCES.length; s++) {
      long[] parts = Shares.of(bySource[s], 2 + s % 2, bySource[s] / 5, bySource[s], 1, random);
      for (long part : parts) {
        LocalDate day = start.plusDays(10 + random.nextInt(220));
        payments.add(
            "PZ%06d".formatted(++voucher),
            number,
            day.getYear() > 2020 ? "2020-12-20" : day,
            place.township() + "建设有限公司",
            Person.creditCode(Math.floorMod(place.hashCode(), 9000)),
            SOURCES[s],
            code,
            "宁财农指标〔2020〕%d号".formatted(100 + s),
            part,
            "工程进度款");
      }
    }
  }
}
