package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Microloans of five years. A household borrows at most once a year, always on its own day and for
 * twelve months, so that it never has two loans at a time.
 */
final class MicroloanSample {
  /** 86.99% of the households on the roll. */
  static final int BORROWERS = 4253;

  private static final long[] TOTALS = {
    155_855_000, 155_855_000, 155_855_000, 155_855_000, 110_660_000
  };
  private static final String[] PURPOSES = {"养羊", "养牛", "种植枸杞", "种植硒砂瓜", "购置农机具", "大棚蔬菜种植"};
  private static final String[] BANKS = {"农村商业银行", "邮政储蓄银行", "农业银行"};

  private final List<Household> households;
  private final Random random;

  MicroloanSample(List<Household> households, Random random) {
    this.households = households;
    this.random = random;
  }

  void write(Path folder, int lastYear) {
    for (int i = 0; i < TOTALS.length; i++) {
      int year = lastYear - TOTALS.length + 1 + i;
      year(year, TOTALS[i], i * 700).write(folder.resolve("microloan-" + year + ".csv"));
    }
  }

  private Sheet year(int year, long total, int offset) {
    Sheet sheet =
        new Sheet(
            "借款合同号", "乡镇", "行政村", "户编号", "借款人", "借款人身份证号", "承贷银行", "放款日期", "到期日期", "贷款金额", "年利率",
            "担保方式", "贷款用途");
    int count = (int) (total / 42_500);
    long[] amounts = Shares.of(total, count, 20_000, 50_000, 100, random);
    for (int i = 0; i < count; i++) {
      int index = (offset + i) % BORROWERS;
      Household household = households.get(index);
      LocalDate issued = LocalDate.of(year, 1 + index % 12, 1 + index % 28);
      sheet.add(
          "JK%d-%05d".formatted(year, i + 1),
          household.place().township(),
          household.place().village(),
          household.number(),
          household.head().name(),
          household.head().idNumber(),
          BANKS[index % 3],
          issued,
          issued.plusMonths(12),
          amounts[i],
          year < 2020 ? "4.35" : "3.85",
          "信用",
          PURPOSES[index % PURPOSES.length]);
    }
    return sheet;
  }
}
