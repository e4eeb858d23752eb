package org.sunlitledger.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The agreeing ledger with discrepancies planted in it, each on lines of its own, and what must be
 * found of them.
 */
final class PlantedLedger {
  private static final String LEDGER = "treasury.csv";

  private final List<Entry> entries;
  private final RecordLines records;
  private final List<Planted> planted = new ArrayList<>();

  PlantedLedger(List<Entry> agreeing, RecordLines records) {
    this.entries = new ArrayList<>(agreeing);
    this.records = records;
    plant();
  }

  /** A discrepancy: vouchers of its entries, and its other lines as {@code file:line}. */
  private record Planted(String kind, long yuan, List<String> vouchers, List<String> records) {}

  List<Entry> entries() {
    return entries;
  }

  private void plant() {
    add(
        new Entry(
            "ZF900001",
            LocalDate.of(2020, 8, 15),
            "某农机有限公司",
            "农机具采购",
            "2130599",
            "宁财农指标〔2020〕102号",
            "县级",
            "",
            "",
            86_400));
    expect("ledger-only", 86_400, "ZF900001");
    Entry unpaid = remove("PZ000006");
    expect("record-only", -unpaid.yuan(), records.voucher("PZ000006"));
    Entry unpaidBatch = remove("DF0005");
    expect("record-only", -unpaidBatch.yuan(), records.batch(unpaidBatch));

    replace("PZ000012", the("PZ000012").paid(the("PZ000012").yuan() - 450));
    expect("amount-differs", -450, records.voucher("PZ000012"), "PZ000012");
    Entry short1 = the("DF0010");
    replace("DF0010", short1.paid(short1.yuan() - 1_500));
    expect("amount-differs", -1_500, records.batch(short1), "DF0010");

    replace("PZ000136", the("PZ000136").on(LocalDate.of(2021, 1, 8)));
    expect("other-year", the("PZ000136").yuan(), records.voucher("PZ000136"), "PZ000136");

    Entry twice = the("DF0020");
    add(twice.voucher("DF900020").on(twice.day().plusDays(10)));
    expect("paid-twice", twice.yuan(), records.batch(twice), "DF0020", "DF900020");
    Entry again = the("DF0025");
    add(again);
    expect("paid-twice", again.yuan(), records.batch(again), "DF0025");

    replace("PZ000039", the("PZ000039").from("中央"));
    expect("source-differs", the("PZ000039").yuan(), records.voucher("PZ000039"), "PZ000039");
    Entry misplaced = the("DF0031");
    replace("DF0031", misplaced.from("自治区"));
    expect("source-differs", misplaced.yuan(), records.batch(misplaced), "DF0031");

    replace("PZ000085", the("PZ000085").under("2130599"));
    expect("function-code", the("PZ000085").yuan(), records.voucher("PZ000085"), "PZ000085");
    Entry miscoded = the("DF0046");
    replace("DF0046", miscoded.under("2130507"));
    expect("function-code", miscoded.yuan(), records.batch(miscoded), "DF0046");

    replace("PZ000114", the("PZ000114").paid(the("PZ000114").yuan() + 100_000));
    expect("amount-differs", 100_000, records.voucher("PZ000114"), "PZ000114");
    expect("over-plan", 100_000, records.project("JC-004"));

    Entry unspent = remove("PZ000260");
    expect("record-only", -unspent.yuan(), records.voucher("PZ000260"));
    expect("plan-unspent", unspent.yuan(), records.project("JC-025"));

    Entry one = remove("PZ000302");
    add(one.voucher("GK900001").on(one.day().plusDays(2)));
    add(one.voucher("GK900002").on(one.day().plusDays(3)).project(""));
    expect("ambiguous", one.yuan(), records.voucher("PZ000302"), "GK900001", "GK900002");
  }

  /** What must be found, a line each: kind, yuan, lines as {@code file:line} in their order. */
  List<String> expected() {
    List<String> all = new ArrayList<>(List.of("kind\tyuan\tlines"));
    for (Planted one : planted) {
      List<String> lines = new ArrayList<>(one.records());
      for (int i = 0; i < entries.size(); i++) {
        if (one.vouchers().contains(entries.get(i).voucher())) {
          lines.add(LEDGER + ":" + (i + 2));
        }
      }
      all.add(
          one.kind()
              + "\t"
              + one.yuan()
              + "\t"
              + String.join(" ", lines.stream().sorted().toList()));
    }
    return all;
  }

  private void expect(String kind, long yuan, String... vouchers) {
    expect(kind, yuan, List.of(), vouchers);
  }

  private void expect(String kind, long yuan, List<String> records, String... vouchers) {
    planted.add(new Planted(kind, yuan, Arrays.asList(vouchers), records));
  }

  private Entry the(String voucher) {
    return entries.get(place(voucher));
  }

  private void add(Entry entry) {
    entries.add(entry);
  }

  private void replace(String voucher, Entry other) {
    entries.set(place(voucher), other);
  }

  private Entry remove(String voucher) {
    return entries.remove(place(voucher));
  }

  private int place(String voucher) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).voucher().equals(voucher)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no entry " + voucher);
  }
}
