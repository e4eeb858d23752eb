package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** The treasury's ledger of a sample year that agrees with its records, in every way it can. */
final class AgreeingLedger {
  private final Random random;
  private final List<Entry> entries = new ArrayList<>();

  private AgreeingLedger(Random random) {
    this.random = random;
  }

  /** Its entries, from the deliveries of a folder. */
  static List<Entry> of(Path folder, int year, Random random) {
    AgreeingLedger ledger = new AgreeingLedger(random);
    RecordLines.read(folder.resolve("payment-" + year + ".csv")).forEach(ledger::payment);
    ledger.subsidies(RecordLines.read(folder.resolve("subsidy-" + year + ".csv")));
    return ledger.entries;
  }

  /** Most under the voucher of the record, some in two parts, some under another voucher. */
  private void payment(CSVRecord line) {
    Entry whole =
        new Entry(
            line.get("支付凭证号"),
            LocalDate.parse(line.get("支付日期")),
            line.get("收款单位"),
            line.get("摘要"),
            line.get("支出功能分类科目"),
            line.get("指标文号"),
            line.get("资金来源"),
            "",
            line.get("项目编号"),
            Long.parseLong(line.get("支付金额")));
    int way = Math.toIntExact(line.getRecordNumber() % 10);
    if (way == 3) {
      long first = whole.yuan() / 3 + random.nextInt(1_000);
      entries.add(whole.paid(first));
      entries.add(whole.on(later(whole.day(), 2)).paid(whole.yuan() - first));
    } else if (way == 7) {
      entries.add(
          whole
              .voucher("GK%06d".formatted(line.getRecordNumber()))
              .on(later(whole.day(), random.nextInt(5))));
    } else {
      entries.add(whole);
    }
  }

  private static LocalDate later(LocalDate day, int days) {
    LocalDate then = day.plusDays(days);
    return then.getYear() == day.getYear() ? then : day;
  }

  /** Paid by the batch: one entry for what agrees in batch, source, code and document. */
  private void subsidies(List<CSVRecord> lines) {
    Map<List<String>, Entry> batches =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (CSVRecord line : lines) {
      Entry one =
          new Entry(
              "",
              LocalDate.parse(line.get("发放日期")),
              "惠民补贴代发户",
              line.get("补贴类别"),
              line.get("支出功能分类科目"),
              line.get("指标文号"),
              line.get("资金来源"),
              line.get("批次号"),
              "",
              Long.parseLong(line.get("发放金额")));
      batches.merge(
          List.of(one.batch(), one.source(), one.code(), one.document()),
          one,
          (all, more) ->
              (all.day().isBefore(more.day()) ? all.on(more.day()) : all)
                  .paid(all.yuan() + more.yuan()));
    }
    int number = 0;
    for (Entry batch : batches.values()) {
      number++;
      Entry whole = batch.voucher("DF%04d".formatted(number)).on(batch.day().plusDays(1));
      if (number % 12 == 0) {
        entries.add(whole.paid(whole.yuan() / 2));
        entries.add(
            whole.voucher("DF%04dB".formatted(number)).paid(whole.yuan() - whole.yuan() / 2));
      } else {
        entries.add(number % 15 == 0 ? whole.documented("") : whole);
      }
    }
  }
}
