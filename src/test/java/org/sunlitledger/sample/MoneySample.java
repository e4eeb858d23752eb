package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Guarantees, the insurance claim, aid and the target of the year. */
final class MoneySample {
  private final List<Household> households;
  private final List<Place> places = Place.all();
  private final Random random;

  MoneySample(List<Household> households, Random random) {
    this.households = households;
    this.random = random;
  }

  void write(Path folder, int year) {
    guarantees().write(folder.resolve("loan-guarantee-" + year + ".csv"));
    claim().write(folder.resolve("insurance-claim-" + year + ".csv"));
    aid().write(folder.resolve("aid-" + year + ".csv"));
    Sheet target = new Sheet("任务名称", "下达文号", "任务金额");
    target.add("新增扶贫小额贷款", "卫沙扶贫领办发〔2020〕5号", 146_000_000);
    target.write(folder.resolve("target-" + year + ".csv"));
  }

  private Sheet guarantees() {
    Sheet sheet =
        new Sheet("担保合同号", "乡镇", "行政村", "户编号", "借款人", "借款人身份证号", "担保机构", "担保日期", "担保到期日", "担保金额");
    long[] amounts = Shares.of(14_200_000, 26, 200_000, 900_000, 10_000, random);
    for (int i = 0; i < amounts.length; i++) {
      Household household = households.get(i * 31);
      LocalDate day = LocalDate.of(2020, 1 + i % 12, 15);
      sheet.add(
          "DB2020-%03d".formatted(i + 1),
          household.place().township(),
          household.place().village(),
          household.number(),
          household.head().name(),
          household.head().idNumber(),
          "农业信贷担保有限公司",
          day,
          day.plusYears(2),
          amounts[i]);
    }
    return sheet;
  }

  private Sheet claim() {
    Sheet sheet =
        new Sheet("赔案号", "乡镇", "行政村", "户编号", "被保险人", "被保险人身份证号", "保险公司", "出险原因", "赔付日期", "赔付金额");
    Household household = households.get(77);
    sheet.add(
        "LP2020-001",
        household.place().township(),
        household.place().village(),
        household.number(),
        household.head().name(),
        household.head().idNumber(),
        "人民财产保险公司",
        "意外伤害",
        "2020-09-18",
        40_000);
    return sheet;
  }

  private Sheet aid() {
    Sheet sheet = new Sheet("收据编号", "帮扶类别", "提供单位", "形式", "乡镇", "行政村", "到位日期", "折合金额");
    kind(sheet, "帮扶资金", 5_496_650, 66, "企事业单位%02d");
    kind(sheet, "企业捐助", 123_000, 9, "爱心企业%02d");
    kind(sheet, "驻村工作队投入", 1_481_185, 35, "驻村工作队%02d");
    return sheet;
  }

  private void kind(Sheet sheet, String kind, long total, int count, String donor) {
    long[] amounts = Shares.of(total, count, total / count / 3, total / count * 3, 1, random);
    for (int i = 0; i < count; i++) {
      Place place = places.get(i % 45);
      sheet.add(
          "SJ-%s-%03d".formatted(Integer.toHexString(kind.hashCode()), i + 1),
          kind,
          donor.formatted(i + 1),
          i % 4 == 0 ? "实物" : "现金",
          place.township(),
          place.village(),
          LocalDate.of(2020, 1 + i % 12, 10 + i % 15),
          amounts[i]);
    }
  }
}
