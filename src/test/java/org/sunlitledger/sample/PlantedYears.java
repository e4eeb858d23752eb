package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * Deliveries of the years around the sample year, handed in late, that it does not follow from; and
 * what must be found of them. No ledger can carry these.
 */
final class PlantedYears {
  private static final long LENT = 36_000;

  private final Path year;
  private final RecordLines records;

  PlantedYears(Path year) {
    this.year = year;
    this.records = new RecordLines(year);
  }

  /** Writes the deliveries into folders of the years in whose nights they are handed in. */
  void write(Path folder) {
    Path inbox = folder.resolve("inbox");
    loan().write(inbox.resolve("microloan-late-2019.csv"));
    requests().write(inbox.resolve("information-request-2019.csv"));
    counts2019().write(inbox.resolve("administrative-count-2019.csv"));
    Path later = folder.resolve("inbox-2022");
    counts(4, 1, 12).write(later.resolve("administrative-count-2021.csv"));
    counts(3, 2, 14).write(later.resolve("administrative-count-2022.csv"));
    Entry.sheet(List.of()).write(later.resolve("treasury-2022.csv"));
  }

  /** What must be found, a line each: year, kind, amount, its unit, lines as {@code file:line}. */
  List<String> expected() {
    return List.of(
        "year\tkind\tamount\tunit\tlines",
        found(2020, "cumulative", LENT, "yuan", "microloan-late-2019.csv:2"),
        found(2020, "carried-over", -1, "count", "information-request-2019.csv:3"),
        found(2020, "cross-footing", -4, "count", records.count("行政许可", "上一年项目数量")),
        found(2022, "cross-footing", 1, "count", "administrative-count-2022.csv:7"));
  }

  private static String found(int year, String kind, long amount, String unit, String lines) {
    return year + "\t" + kind + "\t" + amount + "\t" + unit + "\t" + lines;
  }

  /** A loan to a household that has borrowed before, so that the number of borrowers stays. */
  private Sheet loan() {
    Set<String> borrowers = new HashSet<>();
    RecordLines.read(year.resolve("microloan-2019.csv")).forEach(l -> borrowers.add(l.get("户编号")));
    CSVRecord before =
        RecordLines.read(year.resolve("microloan-2018.csv")).stream()
            .filter(line -> !borrowers.contains(line.get("户编号")))
            .findFirst()
            .orElseThrow();
    LocalDate issued = LocalDate.parse(before.get("到期日期")).plusDays(1);
    Map<String, String> line = before.toMap();
    line.put("借款合同号", "JK2019-90001");
    line.put("放款日期", issued.toString());
    line.put("到期日期", issued.plusMonths(12).toString());
    line.put("贷款金额", String.valueOf(LENT));
    Sheet sheet = new Sheet(line.keySet().toArray(String[]::new));
    sheet.add(line.values().toArray());
    return sheet;
  }

  /** One that was answered and one that was not, of which the sample year knows nothing. */
  private static Sheet requests() {
    Sheet sheet = new Sheet("申请编号", "申请人类型", "收到日期", "是否上年结转", "办理结果", "办结日期", "信息处理费");
    sheet.add("SQ2019-001", "自然人", "2019-05-06", "否", "予以公开", "2019-05-17", "");
    sheet.add("SQ2019-002", "自然人", "2019-12-23", "否", "", "", "");
    return sheet;
  }

  /** Licences that the sample year does not count on from; penalties that it does. */
  private static Sheet counts2019() {
    Sheet sheet = new Sheet("统计事项", "统计指标", "数量", "金额");
    sheet.add("行政许可", "上一年项目数量", 3, "");
    sheet.add("行政许可", "本年增/减", 1, "");
    sheet.add("行政处罚", "上一年项目数量", 2, "");
    sheet.add("行政处罚", "本年增/减", -2, "");
    return sheet;
  }

  /** The form that holds from 2021: rules of which nothing changes, and normative documents. */
  private static Sheet counts(int issued, int repealed, int inForce) {
    Sheet sheet = new Sheet("统计事项", "统计指标", "数量", "金额");
    sheet.add("规章", "本年制发件数", 0, "");
    sheet.add("规章", "本年废止件数", 0, "");
    sheet.add("规章", "现行有效件数", 2, "");
    sheet.add("规范性文件", "本年制发件数", issued, "");
    sheet.add("规范性文件", "本年废止件数", repealed, "");
    sheet.add("规范性文件", "现行有效件数", inForce, "");
    return sheet;
  }
}
