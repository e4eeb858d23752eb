package org.sunlitledger.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a year's deliveries, to be named as {@code file:line}. */
final class RecordLines {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path folder;

  RecordLines(Path folder) {
    this.folder = folder;
  }

  static List<CSVRecord> read(Path file) {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      return parser.getRecords();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  List<String> voucher(String voucher) {
    return of("payment-2020.csv", line -> line.get("支付凭证号").equals(voucher));
  }

  List<String> project(String code) {
    return of("project-2020.csv", line -> line.get("项目编号").equals(code));
  }

  /** Where something is counted under article 20. */
  String count(String item, String indicator) {
    return String.join(
        " ",
        of(
            "administrative-count-2020.csv",
            line -> line.get("统计事项").equals(item) && line.get("统计指标").equals(indicator)));
  }

  /** The subsidies that an entry pays as a batch. */
  List<String> batch(Entry entry) {
    return of(
        "subsidy-2020.csv",
        line ->
            line.get("批次号").equals(entry.batch())
                && line.get("资金来源").equals(entry.source())
                && line.get("支出功能分类科目").equals(entry.code())
                && line.get("指标文号").equals(entry.document()));
  }

  private List<String> of(String file, Predicate<CSVRecord> which) {
    return read(folder.resolve(file)).stream()
        .filter(which)
        .map(line -> file + ":" + (line.getRecordNumber() + 1))
        .toList();
  }
}
