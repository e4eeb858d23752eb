package org.sunlitledger.reconcile.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.job.Outcome;
import org.sunlitledger.job.YearEnd;
import org.sunlitledger.sample.Entry;
import org.sunlitledger.sample.HarmlessChanges;
import org.sunlitledger.sample.LedgerChange;
import org.sunlitledger.sample.LedgerChanges;
import org.sunlitledger.testing.Office;

/**
 * The sample year's payments and some of its subsidies against a ledger that agrees, with one thing
 * changed in it at a time. {@code -Dsunlit.ledger-changes=200 -Dsunlit.one-subsidy-in=1} compares
 * more. All ledgers are taken in as two files, in which one of them counts.
 */
@Tag("long")
class LedgerChangesIT {
  private static final long SEED = 20_201_231;
  private static final int CHANGES = Integer.getInteger("sunlit.ledger-changes", 30);
  private static final int ONE_SUBSIDY_IN = Integer.getInteger("sunlit.one-subsidy-in", 19);

  private static Office office;
  private static List<Entry> agreeing;
  private static List<LedgerChange> changes;
  private static List<LedgerChange> harmless;

  /** The files' lines of each change: the first in every second file. */
  private static final IdentityHashMap<LedgerChange, List<Place>> PLACES = new IdentityHashMap<>();

  private record Place(String file, int line) {}

  @BeforeAll
  static void takesAllLedgersIn(@TempDir Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own/jobs/codes"));
    Files.writeString(
        own.resolve("payee.yaml"),
        """
        name: payee
        title: 收款单位的其他名称
        codes:
          - {code: 'xiangshan', title: %s, description: "Short name", aliases: [%s]}
        """
            .formatted(HarmlessChanges.PAYEE, HarmlessChanges.ALIAS));
    office = Office.in(folder, Map.of("sunlit.definitions", folder.resolve("own").toString()));
    for (String name : List.of("project-2020.csv", "payment-2020.csv", "household-2020.csv")) {
      office.deliver(name, Files.readAllBytes(Path.of("sample-data/2020").resolve(name)));
    }
    List<String> subsidies = Files.readAllLines(Path.of("sample-data/2020/subsidy-2020.csv"));
    office.deliver(
        "subsidy-2020.csv",
        IntStream.range(0, subsidies.size())
            .filter(line -> line % ONE_SUBSIDY_IN == 0)
            .mapToObj(subsidies::get)
            .toArray(String[]::new));
    Outcome night = office.night(2020);
    assertThat(night.accepted()).isEqualTo(night.read());
    agreeing = LedgerChanges.agreeing(office.inbox(), 2020);
    changes = LedgerChanges.of(office.inbox(), 2020, CHANGES, SEED);
    harmless = HarmlessChanges.of(agreeing, 50, SEED);
    write();
  }

  private static void write() throws IOException {
    List<Entry> first = new ArrayList<>(agreeing);
    List<Entry> second = new ArrayList<>();
    List<LedgerChange> all = new ArrayList<>(changes);
    all.addAll(harmless);
    for (LedgerChange change : all) {
      List<Place> places = new ArrayList<>();
      for (Entry entry : change.added()) {
        boolean isFirst = (places.size() + PLACES.size()) % 2 == 0;
        (isFirst ? first : second).add(entry);
        places.add(
            isFirst
                ? new Place("treasury-a.csv", first.size() + 1)
                : new Place("treasury-b.csv", second.size() + 1));
      }
      PLACES.put(change, places);
    }
    Path one = office.inbox().resolveSibling("ledgers/treasury-a.csv");
    Path two = one.resolveSibling("treasury-b.csv");
    Files.createDirectories(one.getParent());
    Files.write(one, Entry.csv(first));
    Files.write(two, Entry.csv(second));
    assertThat(office.yearEnd(2020, one, two)).isInstanceOf(YearEnd.Done.class);
    assertThat(
            office.sql().sql("select count(*) from treasury_entry").query(Integer.class).single())
        .isEqualTo(first.size() + second.size());
    execute("update treasury_entry set verdict = 'r' where not (%s)".formatted(isAgreeing()));
    execute("vacuum (full, analyze) treasury_entry");
  }

  private static String isAgreeing() {
    return "delivery_id = %s and line <= %d"
        .formatted(delivery("treasury-a.csv"), agreeing.size() + 1);
  }

  private static String delivery(String file) {
    return "(select max(id) from delivery where name like '%%/%s')".formatted(file);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void theUnchangedLedgerAgrees() {
    assertThat(found(new LedgerChange("nothing", Set.of(), List.of(), List.of()))).isEmpty();
  }

  @Test
  void eachSingleChangeIsFoundByItsKindAndAmountAndNothingElse() {
    Map<String, List<String>> found = new TreeMap<>();
    Map<String, List<String>> expected = new TreeMap<>();
    for (LedgerChange change : changes) {
      found.put(change.what(), found(change));
      expected.put(change.what(), change.expected());
    }
    found.entrySet().removeIf(one -> one.getValue().equals(expected.get(one.getKey())));
    expected.keySet().retainAll(found.keySet());
    assertThat(found).isEqualTo(expected);
    assertThat(changes).hasSize(CHANGES);
  }

  @Test
  void ofFiftyHarmlessChangesNothingIsReportedAndDatesInsideTheWindowAreInformation() {
    Map<String, List<String>> found = new TreeMap<>();
    for (LedgerChange change : harmless) {
      found.put(change.what(), found(change));
      if (change.what().equals("all: a day inside the window")) {
        assertThat(remarks("date")).isGreaterThan(agreeing.size() * 9 / 10);
      }
    }
    found.values().removeIf(List::isEmpty);
    assertThat(found).isEmpty();
    assertThat(harmless).hasSize(50);
  }

  /** What is found with a changed ledger; that the proof adds up is the reconciler's to hold. */
  private static List<String> found(LedgerChange change) {
    List<Place> added = PLACES.getOrDefault(change, List.of());
    count(change, added, 'r', 'a');
    office.the(Reconciler.class).reconcile(2020);
    List<String> found =
        office
            .sql()
            .sql("select kind || ' ' || amount from discrepancy where status <> 'gone'")
            .query(String.class)
            .list();
    assertThat(office.the(ReconciliationReader.class).of(2020).orElseThrow().proof())
        .allSatisfy(row -> assertThat(row.isBalanced()).isTrue());
    count(change, added, 'a', 'r');
    return found.stream().sorted().toList();
  }

  private static void count(LedgerChange change, List<Place> added, char gone, char there) {
    verdict(
        change.removed().stream().map(at -> new Place("treasury-a.csv", at + 2)).toList(), gone);
    verdict(added, there);
  }

  private static void verdict(List<Place> places, char verdict) {
    for (String file : List.of("treasury-a.csv", "treasury-b.csv")) {
      List<Integer> lines =
          places.stream().filter(place -> place.file().equals(file)).map(Place::line).toList();
      if (!lines.isEmpty()) {
        office
            .sql()
            .sql(
                "update treasury_entry set verdict = :verdict::\"char\" where delivery_id = %s and line in (:lines)"
                    .formatted(delivery(file)))
            .param("verdict", String.valueOf(verdict))
            .param("lines", lines)
            .update();
      }
    }
  }

  private static int remarks(String remark) {
    return office
        .sql()
        .sql("select count(*) from match_remark where remark = :remark")
        .param("remark", remark)
        .query(Integer.class)
        .single();
  }

  private static void execute(String sql) {
    office.sql().sql(sql).update();
  }
}
