package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Single changes to a ledger that agrees with the records of a folder, as an embezzler or a slip of
 * the pen would make them, with the kind and the amount that must be found. The same seed gives the
 * same changes.
 */
public final class LedgerChanges {
  private static final List<String> STRANGERS =
      List.of("李建国", "王秀英个人账户", "赵某个人账户", "张伟（个人）", "某建材有限公司", "宁夏甲乙商贸有限公司", "周 强");
  private static final List<String> SOURCES = List.of("中央", "自治区", "市级", "县级", "其他");
  private static final List<String> CODES =
      List.of("2130504", "2130505", "2130506", "2130507", "2130508", "2130599");

  private final List<Entry> entries;
  private final Plans plans;
  private final Random random;
  private final Map<String, Integer> ofVoucher = new HashMap<>();
  private final List<LedgerChange> changes = new ArrayList<>();
  private int vouchers;

  private LedgerChanges(Path folder, int year, List<Entry> entries, Random random) {
    this.entries = entries;
    this.plans = new Plans(folder, year, entries);
    this.random = random;
    entries.forEach(entry -> ofVoucher.merge(entry.voucher(), 1, Integer::sum));
  }

  /** How an entry pays what is recorded. */
  private enum Way {
    /** A payment under its voucher. */
    WHOLE,
    /** One of two entries that make a payment. */
    PART,
    /** A payment under another voucher. */
    OTHER_VOUCHER,
    BATCH,
    /** One of two entries that make a batch. */
    PART_OF_BATCH
  }

  /** The entries of a ledger that agrees with the deliveries of a folder. */
  public static List<Entry> agreeing(Path folder, int year) {
    return AgreeingLedger.of(folder, year, new Random(SampleYear.SEED));
  }

  /** Changes to that ledger, of every kind in turn. */
  public static List<LedgerChange> of(Path folder, int year, int count, long seed) {
    LedgerChanges all = new LedgerChanges(folder, year, agreeing(folder, year), new Random(seed));
    for (int i = 0; i < count; i++) {
      all.add(i % 15, i / 15);
    }
    return List.copyOf(all.changes);
  }

  private void add(int kind, int round) {
    switch (kind) {
      case 0 -> replaced("payee", any(), "payee-differs", e -> e.payee(stranger(e)));
      case 1 ->
          replaced(
              "payee and voucher",
              any(Way.WHOLE, Way.OTHER_VOUCHER, Way.BATCH),
              "payee-differs",
              e -> e.payee(stranger(e)).voucher(voucher()));
      case 2 ->
          replaced(
              "project",
              any(Way.WHOLE, Way.PART, Way.OTHER_VOUCHER),
              "project-differs",
              e -> e.project(project(e)));
      case 3 -> date(any());
      case 4 ->
          replaced(
              "document",
              documented(),
              "document-differs",
              e -> e.documented("宁财农指标〔2020〕%d号".formatted(900 + random.nextInt(99))));
      case 5 ->
          replaced("source", any(), "source-differs", e -> e.from(other(SOURCES, e.source())));
      case 6 -> replaced("code", any(), "function-code", e -> e.under(other(CODES, e.code())));
      case 7 -> amount(any());
      case 8 -> slice("a slice of a split", any(Way.PART, Way.WHOLE));
      case 9 -> slice("a slice of a batch", any(Way.BATCH, Way.PART_OF_BATCH));
      case 10 ->
          replaced("a whole batch", any(Way.BATCH), "payee-differs", e -> e.payee(stranger(e)));
      case 11 -> reversal(any(), round % 4);
      case 12 -> twice(any(), round % 2 == 0);
      case 13 -> missing(any());
      default -> added(round % 2 == 0);
    }
  }

  private interface Change {
    Entry of(Entry entry);
  }

  private void replaced(String what, int at, String kind, Change change) {
    Entry entry = entries.get(at);
    add(what, at, List.of(change.of(entry)), kind, entry.yuan(), List.of());
  }

  private void date(int at) {
    Entry entry = entries.get(at);
    LocalDate later = entry.day().plusDays(20 + random.nextInt(30));
    LocalDate day = later.getYear() == entry.day().getYear() ? later : entry.day().minusDays(75);
    if (way(entry) == Way.OTHER_VOUCHER) {
      // nothing but payee, project and amount is left to link the two
      change(
          "date under another voucher",
          Set.of(at),
          List.of(entry.on(day)),
          "ledger-only " + entry.yuan() * 100,
          "record-only " + -entry.yuan() * 100);
    } else {
      add("date", at, List.of(entry.on(day)), "date-differs", entry.yuan(), List.of());
    }
  }

  private void amount(int at) {
    Entry entry = entries.get(at);
    long more = (1L + random.nextInt(999)) * (random.nextBoolean() ? 1 : -1);
    List<String> plan = plans.with(entry.project(), more);
    Entry other = entry.paid(entry.yuan() + more);
    if (way(entry) == Way.OTHER_VOUCHER) {
      change(
          "amount under another voucher",
          Set.of(at),
          List.of(other),
          Stream.concat(
                  plan.stream(),
                  Stream.of(
                      "ledger-only " + other.yuan() * 100, "record-only " + -entry.yuan() * 100))
              .toArray(String[]::new));
    } else {
      add("amount", at, List.of(other), "amount-differs", more, plan);
    }
  }

  private void slice(String what, int at) {
    Entry entry = entries.get(at);
    long slice = Math.min(entry.yuan() - 1, 1_000L + random.nextInt(5_000));
    Entry elsewhere = entry.payee(stranger(entry)).paid(slice);
    add(
        what,
        at,
        List.of(
            entry.paid(entry.yuan() - slice),
            entry.batch().isEmpty() ? elsewhere : elsewhere.voucher(voucher())),
        "payee-differs",
        slice,
        List.of());
  }

  private void reversal(int at, int variant) {
    Entry entry = entries.get(at);
    long back = variant < 2 ? entry.yuan() : 1L + random.nextInt((int) entry.yuan() / 3);
    Entry reversal = later(entry, 3).paid(-back).note("退回");
    if (variant % 2 == 1) {
      reversal = reversal.voucher(voucher()).note("冲销" + entry.voucher() + "，账号有误");
    }
    add(
        "reversal " + variant,
        -1,
        List.of(reversal),
        "reversal",
        -back,
        plans.with(entry.project(), -back));
  }

  private void twice(int at, boolean sameVoucher) {
    Entry entry = entries.get(at);
    Entry again = sameVoucher ? entry : later(entry, 5).voucher(voucher());
    add(
        "double",
        -1,
        List.of(again),
        "paid-twice",
        entry.yuan(),
        plans.with(entry.project(), entry.yuan()));
  }

  private void missing(int at) {
    Entry entry = entries.get(at);
    Way way = way(entry);
    boolean isPart = way == Way.PART || way == Way.PART_OF_BATCH;
    add(
        "missing",
        at,
        List.of(),
        isPart ? "amount-differs" : "record-only",
        -entry.yuan(),
        plans.with(entry.project(), -entry.yuan()));
  }

  private void added(boolean hasProject) {
    Entry like = entries.get(any(Way.WHOLE));
    long yuan = 10_000L + random.nextInt(80_000);
    Entry more =
        later(like, 2)
            .voucher(voucher())
            .payee(stranger(like))
            .documented("")
            .project(hasProject ? like.project() : "")
            .paid(yuan);
    add("added", -1, List.of(more), "ledger-only", yuan, plans.with(more.project(), yuan));
  }

  private void add(
      String what, int at, List<Entry> added, String kind, long yuan, List<String> besides) {
    change(
        at < 0 ? what : what + " of " + entries.get(at).voucher() + " " + way(entries.get(at)),
        at < 0 ? Set.of() : Set.of(at),
        added,
        Stream.concat(Stream.of(kind + " " + yuan * 100), besides.stream()).toArray(String[]::new));
  }

  private void change(String what, Set<Integer> removed, List<Entry> added, String... expected) {
    changes.add(
        new LedgerChange(
            changes.size() + ": " + what + " " + added,
            new HashSet<>(removed),
            added,
            Stream.of(expected).sorted().toList()));
  }

  private int any(Way... ways) {
    List<Way> wanted = ways.length == 0 ? List.of(Way.values()) : List.of(ways);
    Way way = wanted.get(random.nextInt(wanted.size()));
    List<Integer> places =
        IntStream.range(0, entries.size()).filter(i -> way(entries.get(i)) == way).boxed().toList();
    return places.get(random.nextInt(places.size()));
  }

  private int documented() {
    int at = any();
    while (entries.get(at).document().isEmpty()) {
      at = any();
    }
    return at;
  }

  private Way way(Entry entry) {
    if (entry.batch().isEmpty()) {
      boolean isPart = ofVoucher.getOrDefault(entry.voucher(), 0) > 1;
      return isPart ? Way.PART : entry.voucher().startsWith("GK") ? Way.OTHER_VOUCHER : Way.WHOLE;
    }
    boolean isPart = entry.voucher().endsWith("B") || ofVoucher.containsKey(entry.voucher() + "B");
    return isPart ? Way.PART_OF_BATCH : Way.BATCH;
  }

  private static Entry later(Entry entry, int days) {
    LocalDate day = entry.day().plusDays(days);
    return day.getYear() == entry.day().getYear() ? entry.on(day) : entry;
  }

  /** Somebody else, among them payees of other projects. */
  private String stranger(Entry entry) {
    String other = entries.get(any(Way.WHOLE)).payee();
    return random.nextInt(4) > 0 || other.equals(entry.payee())
        ? STRANGERS.get(random.nextInt(STRANGERS.size()))
        : other;
  }

  private String project(Entry entry) {
    String other = entry.project();
    while (other.equals(entry.project())) {
      other = entries.get(any(Way.WHOLE)).project();
    }
    return other;
  }

  private String other(List<String> choices, String own) {
    String other = own;
    while (other.equals(own)) {
      other = choices.get(random.nextInt(choices.size()));
    }
    return other;
  }

  private String voucher() {
    vouchers++;
    return "XG%06d".formatted(vouchers);
  }
}
