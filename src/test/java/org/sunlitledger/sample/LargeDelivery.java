package org.sunlitledger.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A subsidy delivery of any size to the sample households; one line in a hundred has a fault. */
public final class LargeDelivery {
  private static final int FAULT_EVERY = 100;

  private LargeDelivery() {}

  /** Arguments: the file, how many lines, the seed. */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
  }

  /** Writes the delivery; the same seed gives the same bytes. */
  public static void write(Path file, int lines, long seed) throws IOException {
    Random random = new Random(seed);
    List<Household> households = Household.all(new Random(SampleYear.SEED));
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("发放凭证号,补贴类别,发放日期,乡镇,行政村,户编号,姓名,身份证号,学期,资金来源,支出功能分类科目,指标文号,批次号,发放金额\n");
      for (int i = 0; i < lines; i++) {
        Household household = households.get(random.nextInt(households.size()));
        Person head = household.head();
        boolean faulty = i % FAULT_EVERY == FAULT_EVERY - 1;
        out.write(
            "DL%08d,产业奖补,%s,%s,%s,%s,%s,%s,,%s,2130507,宁财农指标〔2020〕300号,P%02d,%s\n"
                .formatted(
                    i,
                    faulty && i % 3 == 0
                        ? "2020-02-30"
                        : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(366)),
                    household.place().township(),
                    household.place().village(),
                    household.number(),
                    head.name(),
                    faulty && i % 3 == 1 ? head.idNumber().substring(1) : head.idNumber(),
                    i % 2 == 0 ? "中央" : "自治区",
                    i % 12,
                    faulty && i % 3 == 2
                        ? "-1.00"
                        : (100 + random.nextInt(900_000)) / 100 + "." + (10 + random.nextInt(90))));
      }
    }
  }
}
