package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** The roll, and who helps whom: cadres and households, posted cadres, units and villages. */
final class PeopleSample {
  private static final int CADRES = 1393;

  private final List<Household> households;
  private final List<Place> places = Place.all();
  private final Random random;

  PeopleSample(List<Household> households, Random random) {
    this.households = households;
    this.random = random;
  }

  void write(Path folder, int year) {
    roll().write(folder.resolve("household-" + year + ".csv"));
    pairings().write(folder.resolve("cadre-pairing-" + year + ".csv"));
    postings(year).write(folder.resolve("village-posting-" + year + ".csv"));
    units().write(folder.resolve("unit-village-pairing-" + year + ".csv"));
  }

  private Sheet roll() {
    Sheet sheet = new Sheet("户编号", "户主姓名", "户主身份证号", "乡镇", "行政村", "家庭人口", "户类型", "识别日期");
    for (Household household : households) {
      sheet.add(
          household.number(),
          household.head().name(),
          household.head().idNumber(),
          household.place().township(),
          household.place().village(),
          household.persons(),
          "建档立卡户",
          LocalDate.of(2014, 1, 1).plusDays(random.nextInt(900)));
    }
    return sheet;
  }

  private Sheet pairings() {
    Sheet sheet = new Sheet("帮扶干部姓名", "帮扶干部身份证号", "所在单位", "户编号", "乡镇", "行政村", "结对日期");
    for (int i = 0; i < households.size(); i++) {
      Person cadre = Person.of(40_000 + i % CADRES);
      Household household = households.get(i);
      sheet.add(
          cadre.name(),
          cadre.idNumber(),
          "区直单位%02d".formatted(i % CADRES % 66 + 1),
          household.number(),
          household.place().township(),
          household.place().village(),
          "2020-01-10");
    }
    return sheet;
  }

  private Sheet postings(int year) {
    Sheet sheet = new Sheet("驻村干部姓名", "驻村干部身份证号", "派出单位", "乡镇", "行政村", "职务", "驻村起始日期", "驻村结束日期");
    for (int i = 0; i < 95; i++) {
      Person cadre = Person.of(42_000 + i);
      Place place = places.get(i % 35);
      sheet.add(
          cadre.name(),
          cadre.idNumber(),
          "区直单位%02d".formatted(i % 66 + 1),
          place.township(),
          place.village(),
          i < 35 ? "第一书记" : "队员",
          LocalDate.of(year - i % 2, 3, 1),
          "");
    }
    return sheet;
  }

  private Sheet units() {
    Sheet sheet = new Sheet("帮扶单位", "统一社会信用代码", "乡镇", "行政村", "帮扶起始日期");
    for (int i = 0; i < 66; i++) {
      Place place = places.get(i % 45);
      sheet.add(
          "企事业单位%02d".formatted(i + 1),
          Person.creditCode(10_000 + i),
          place.township(),
          place.village(),
          "2019-04-01");
    }
    return sheet;
  }
}
