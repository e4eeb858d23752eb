package org.sunlitledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What years have to agree on: last year as published, and this year where it does not follow. */
final class YearBefore {
  private static final String LOANS =
      "借款合同号,乡镇,户编号,借款人,借款人身份证号,承贷银行,放款日期,到期日期,贷款金额,年利率,担保方式,贷款用途\n";
  private static final String REQUESTS = "申请编号,申请人类型,收到日期,是否上年结转,办理结果,办结日期,信息处理费\n";
  private static final String COUNTS = "统计事项,统计指标,数量,金额\n";

  private YearBefore() {}

  /** Last year, as it was published. */
  static void write(Path folder, BenchFile files) throws IOException {
    Files.writeString(folder.resolve("microloan-2019.csv"), LOANS + loan(files, 1, 2019, 20_000));
    Files.writeString(
        folder.resolve("information-request-2019.csv"),
        REQUESTS + "SQ-1,自然人,2019-12-20,否,,,\nSQ-2,自然人,2019-12-21,否,,,\n");
    Files.writeString(
        folder.resolve("administrative-count-2019.csv"),
        COUNTS + "行政许可,上一年项目数量,3,\n行政许可,本年增/减,1,\n");
  }

  /** This year, with what does not follow from it. */
  static void writeNext(Path folder, BenchFile files, Expectations expected) throws IOException {
    Files.writeString(folder.resolve("microloan-2019.csv"), LOANS + loan(files, 1, 2019, 20_500));
    Files.writeString(folder.resolve("microloan-2020.csv"), LOANS + loan(files, 2, 2020, 30_000));
    expected.add("cumulative", 500_00, "microloan-2019.csv:2");
    Files.writeString(
        folder.resolve("information-request-2020.csv"),
        REQUESTS + "SQ-1,自然人,2019-12-20,是,予以公开,2020-01-06,\n");
    expected.add(
        "carried-over",
        -1,
        "information-request-2019.csv:2 information-request-2019.csv:3 "
            + "information-request-2020.csv:2");
    Files.writeString(
        folder.resolve("administrative-count-2020.csv"),
        COUNTS + "行政许可,上一年项目数量,5,\n行政许可,本年增/减,0,\n");
    expected.add("cross-footing", 1, "administrative-count-2020.csv:2");
  }

  private static String loan(BenchFile files, int number, int year, int yuan) {
    String[] person = files.person(number).split(",", -1);
    return "JK-%d,%s,%s,%s,%s,某银行,%d-04-01,%d-04-01,%d,3.85,信用,养羊\n"
        .formatted(number, person[0], person[2], person[3], person[4], year, year + 1, yuan);
  }
}
