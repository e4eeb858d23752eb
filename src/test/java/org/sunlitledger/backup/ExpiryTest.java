package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlitledger.backup.BackupFolder.WholeBackup;

/** Backups are named by their day and a letter; those with an exclamation mark are not good. */
class ExpiryTest {
  private static final Expiry USUAL = new Expiry(new BackupSettings(7, 4, 12), ZoneOffset.UTC);

  @Test
  void aYearOfNightsLeavesDaysWeeksAndMonths() {
    List<WholeBackup> nights = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
      nights.add(backup(day + "a"));
    }
    List<WholeBackup> kept = new ArrayList<>(nights);
    kept.removeAll(USUAL.expired(nights));
    assertThat(kept)
        .extracting(backup -> backup.folder().toString())
        .containsExactly(
            "2025-01-31a",
            "2025-02-28a",
            "2025-03-31a",
            "2025-04-30a",
            "2025-05-31a",
            "2025-06-30a",
            "2025-07-31a",
            "2025-08-31a",
            "2025-09-30a",
            "2025-10-31a",
            "2025-11-30a",
            "2025-12-14a",
            "2025-12-21a",
            "2025-12-25a",
            "2025-12-26a",
            "2025-12-27a",
            "2025-12-28a",
            "2025-12-29a",
            "2025-12-30a",
            "2025-12-31a");
  }

  @Test
  void ofADayTheLastGoodOneIsKept() {
    assertThat(expired("2025-03-01a", "2025-03-01b", "2025-03-01c!", "2025-03-02a"))
        .containsExactly("2025-03-01a", "2025-03-01c!");
  }

  @Test
  void nothingIsDeletedBeforeThereIsAGoodOneAfterIt() {
    assertThat(expired("2025-03-01a!", "2025-03-01b!")).isEmpty();
    assertThat(expired("2025-03-01a", "2025-03-02a!", "2025-03-03a!")).isEmpty();
  }

  @Test
  void theLastGoodOneIsKeptWhateverTheRule() {
    Expiry none = new Expiry(new BackupSettings(0, 0, 0), ZoneOffset.UTC);
    assertThat(none.expired(List.of(backup("2020-03-01a"), backup("2020-03-02a"))))
        .containsExactly(backup("2020-03-01a"));
  }

  @Test
  void theLastGoodOneOfBeforeTheLastUpgradeIsKept() {
    assertThat(expired("2025-03-01a-old", "2025-03-02a-old", "2025-03-02b-old", "2025-03-02c"))
        .containsExactly("2025-03-02a-old");
    Expiry none = new Expiry(new BackupSettings(0, 0, 0), ZoneOffset.UTC);
    assertThat(
            none.expired(
                List.of(
                    backup("2020-03-01a-old"), backup("2020-03-01b-old"), backup("2025-01-01a"))))
        .containsExactly(backup("2020-03-01a-old"));
  }

  private static List<String> expired(String... names) {
    return USUAL.expired(List.of(names).stream().map(ExpiryTest::backup).toList()).stream()
        .map(backup -> backup.folder().toString())
        .toList();
  }

  private static WholeBackup backup(String name) {
    Instant day = LocalDate.parse(name.substring(0, 10)).atStartOfDay().toInstant(ZoneOffset.UTC);
    String schema = name.endsWith("old") ? "030" : "032";
    return new WholeBackup(
        Path.of(name), day.plusSeconds(name.charAt(10)), !name.endsWith("!"), schema);
  }
}
