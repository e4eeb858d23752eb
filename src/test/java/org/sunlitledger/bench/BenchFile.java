package org.sunlitledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.Random;
import org.sunlitledger.quantity.person.IdNumber;

/**
 * A subsidy register of any size with the roll it refers to: four kinds of subsidy, one line in a
 * hundred with a fault that only the shape checks see. The same size gives the same bytes.
 */
final class BenchFile {
  /** What everybody on the roll is called. */
  static final String NAME = "王建国";

  private static final String[] TOWNSHIPS = {
    "滨河镇", "文昌镇", "东园镇", "柔远镇", "镇罗镇", "宣和镇", "永康镇", "常乐镇", "迎水桥镇", "兴仁镇", "香山乡"
  };
  private static final String[][] KINDS = {
    {"产业奖补", "2130507"}, {"就业补助", "2130599"}, {"健康扶贫补助", "2130506"}, {"驾驶员培训", "2130599"}
  };
  private static final String[] SOURCES = {"中央", "自治区", "市级", "县级"};

  private final int households;
  private final Random random = new Random(20_200_101);

  BenchFile(int rows) {
    households = Math.max(1_000, rows / 10);
  }

  /** The roll of households. */
  void writeRoll(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("户编号,户主姓名,户主身份证号,乡镇,行政村,家庭人口,户类型\n");
      for (int i = 0; i < households; i++) {
        out.write("HH%07d,王建国,%s,%s,川裕村,4,建档立卡户\n".formatted(i, idNumber(i), TOWNSHIPS[i % 11]));
      }
    }
  }

  /**
   * The register, whole and without the lines that are to be refused.
   *
   * @param first number of the first voucher
   */
  void writeSubsidies(Path file, Path good, int first, int rows) throws IOException {
    writeSubsidies(2020, file, good, first, rows);
  }

  /** The same for another year. */
  void writeSubsidies(int year, Path file, Path good, int first, int rows) throws IOException {
    try (BufferedWriter all = Files.newBufferedWriter(file);
        BufferedWriter without = Files.newBufferedWriter(good)) {
      String header = "发放凭证号,补贴类别,发放日期,乡镇,行政村,户编号,姓名,身份证号,学期,资金来源,支出功能分类科目,指标文号,批次号,发放金额\n";
      all.write(header);
      without.write(header);
      for (int i = first; i < first + rows; i++) {
        int fault = i % 100 == 99 ? i / 100 % 3 : -1;
        String line = line(year, i, fault);
        all.write(line);
        if (fault < 0) {
          without.write(line);
        }
      }
    }
  }

  private String line(int year, int i, int fault) {
    int household = random.nextInt(households);
    String[] kind = KINDS[random.nextInt(KINDS.length)];
    String id = idNumber(household);
    int day = Math.min(1 + random.nextInt(366), Year.of(year).length());
    String paid = fault == 0 ? year + "-02-30" : LocalDate.ofYearDay(year, day).toString();
    String amount =
        (100 + random.nextInt(90_000)) + "." + (10 + random.nextInt(90)) + (fault == 2 ? "5" : "");
    String last = id.endsWith("1") ? "2" : "1";
    return "BT%09d,%s,%s,%s,川裕村第%d村民小组,HH%07d,王建国,%s,,%s,%s,宁财农指标〔2020〕%d号,P%03d,%s\n"
        .formatted(
            i,
            kind[0],
            paid,
            TOWNSHIPS[household % 11],
            1 + household % 9,
            household,
            fault == 1 ? id.substring(0, 17) + last : id,
            SOURCES[random.nextInt(SOURCES.length)],
            kind[1],
            100 + random.nextInt(800),
            random.nextInt(200),
            amount);
  }

  /** Township, village, household, name and ID number of somebody on the roll, as cells. */
  String person(Random among) {
    return person(among.nextInt(households));
  }

  String person(int household) {
    return "%s,川裕村,HH%07d,王建国,%s"
        .formatted(TOWNSHIPS[household % 11], household, idNumber(household));
  }

  /** An ID number under an area code that was never assigned; unique for a million households. */
  private static String idNumber(int household) {
    LocalDate born = LocalDate.of(1930, 1, 1).plusDays(household / 999);
    String first17 =
        "990502" + born.toString().replace("-", "") + "%03d".formatted(household % 999);
    return first17 + IdNumber.check(first17);
  }
}
