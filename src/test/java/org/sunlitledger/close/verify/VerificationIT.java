package org.sunlitledger.close.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.Desk;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.testing.Office;

/** What was tampered with is found; what can be refused is. One closed year is used for all. */
class VerificationIT {
  private static Office office;
  private static Desk desk;
  private static Path folder;

  @BeforeAll
  static void aClosedYear(@TempDir Path temporary) {
    office = Office.in(temporary);
    desk = new Desk(office).yearReady();
    desk.mustClose(2020);
    folder = office.out().resolve("2020/closed-1");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void theListOfDigestsIsOneThatSha256sumReads() throws IOException {
    byte[] list = Files.readAllBytes(folder.resolve("SHA256SUMS"));
    assertThat(desk.list("select sha256 from year_close")).containsExactly(Sha256.sha256(list));
    List<String> names = new ArrayList<>();
    for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
      names.add(line.substring(66));
      assertThat(line)
          .startsWith(Sha256.sha256(Files.readAllBytes(folder.resolve(line.substring(66)))));
    }
    assertThat(names)
        .contains(
            "close.csv",
            "deliveries.csv",
            "figures.csv",
            "rollups/sets.csv",
            "reconciliation/discrepancies.csv",
            "reports/annual-2019.docx",
            "reports/annual-2019.html",
            "reports/annual-2019.txt",
            "definitions/jobs/figures/business.yaml",
            "definitions/jobs/reports/annual-2019/template.docx",
            "definitions/sql/subjects/spending.sql");
  }

  @Test
  void aChangedMissingOrAddedFile() throws IOException {
    Path figures = folder.resolve("figures.csv");
    byte[] was = Files.readAllBytes(figures);
    Files.write(figures, "x".getBytes(StandardCharsets.UTF_8));
    assertThat(desk.disagreements(2020)).containsExactly("FILE_CHANGED figures.csv");
    Files.delete(figures);
    Files.writeString(folder.resolve("more.txt"), "");
    assertThat(desk.disagreements(2020))
        .containsExactly("FILE_MISSING figures.csv", "FILE_UNLISTED more.txt");
    Files.delete(folder.resolve("more.txt"));
    Files.write(figures, was);
    desk.assertAgrees(2020, 1);
  }

  @Test
  void whatTheDatabaseKeepsAndWhatItHasNow() {
    tamper(
        "update snapshot_chunk set content = content || 'x' where name = 'reports/annual-2019.txt'",
        "PART_CHANGED reports/annual-2019.txt");
    tamper(
        "update snapshot_part set sha256 = 'x' where name = 'figures.csv'",
        "LIST_CHANGED SHA256SUMS");
    tamper("update year_close set closed_by = '戊'", "LIST_CHANGED SHA256SUMS");
    tamper(
        "insert into snapshot_chunk select close_id, 'more', 0, '' from snapshot_part limit 1",
        "PART_UNLISTED more");
    tamper("update figure set text = '9亿元' where id = 'F11'", "TABLE_CHANGED figures.csv");
    tamper(
        "update rollup_cell set amount = amount + 1 where measure = 'F11'",
        "TABLE_CHANGED rollups/cells.csv");
    tamper(
        "update delivery set status = 'superseded' where name = 'target-2020.csv'",
        "TABLE_CHANGED deliveries.csv");
    tamper(
        "update payment set amount = amount + 1 where delivery_id = (select min(delivery_id) from live_payment where year = 2020)",
        "TABLE_CHANGED lines.csv: payment " + delivery("payment"));
    tamper(
        "delete from subsidy where delivery_id = (select min(delivery_id) from live_subsidy where year = 2020)",
        "TABLE_CHANGED lines.csv: subsidy " + delivery("subsidy"));
    tamper(
        "update treasury_entry set payee = '洗白公司'",
        "TABLE_CHANGED lines.csv: treasury_entry " + delivery("treasury_entry"));
    tamper(
        "insert into aid select delivery_id, line + 1000, verdict, receipt_no || 'x', kind, donor, form, township, village, received_on, amount from aid limit 1",
        "TABLE_CHANGED lines.csv: aid " + delivery("aid"));
    tamper(
        "update reconciliation_proof set entry_fen = entry_fen + 1, difference_fen = difference_fen + 1",
        "TABLE_CHANGED reconciliation/digests.csv: reconciliation_proof");
    tamper("delete from matched_entry", "TABLE_CHANGED reconciliation/digests.csv: matched_entry");
    tamper("update discrepancy set why = '另有原因'", "TABLE_CHANGED reconciliation/discrepancies.csv");
    desk.assertAgrees(2020, 1);
  }

  @Test
  void theAuditTrail() {
    String forged = "insert into audit_event (at, who, os_user, action, year, detail, digest)";
    tamper(
        forged
            + " select at, '李四', os_user, 'approve', year, detail, sha256(digest) from audit_event",
        "AUDIT_BROKEN " + desk.list("select (max(id) + 1)::text from audit_event").get(0));
    tamper("delete from audit_event where action = 'close'", "AUDIT_MISSING close closed-1");
    tamper("update audit_event set who = '己'", "AUDIT_BROKEN 1");
    tamper("update audit_event set os_user = '己'", "AUDIT_BROKEN 1");
  }

  @Test
  void theDigestOnPaper() {
    String sealed = desk.list("select sha256 from year_close").get(0);
    assertThat(desk.verifyAgainst(2020, sealed.toUpperCase(Locale.ROOT))).isEmpty();
    String other = "0".repeat(64);
    assertThat(desk.verifyAgainst(2020, other)).containsExactly("DIGEST_DIFFERS " + other);
  }

  @Test
  void aLinkIsNoFileOfTheSnapshot() throws IOException {
    Path close = folder.resolve("close.csv");
    Path elsewhere = folder.resolveSibling("elsewhere.csv");
    Files.move(close, elsewhere);
    Files.createSymbolicLink(close, elsewhere);
    assertThat(desk.disagreements(2020)).containsExactly("FILE_CHANGED close.csv");
    Files.delete(close);
    Files.move(elsewhere, close);
    desk.assertAgrees(2020, 1);
  }

  private static String delivery(String table) {
    return desk.list("select min(delivery_id)::text from live_" + table + " where year = 2020")
        .get(0);
  }

  /** As a superuser who switches the triggers off; taken back afterwards. */
  private static void tamper(String change, String expected) {
    office
        .the(org.springframework.transaction.support.TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              desk.execute("set local session_replication_role = replica");
              desk.execute(change);
              assertThat(desk.disagreements(2020)).contains(expected);
            });
  }

  @Test
  void theDatabaseItselfRefuses() {
    desk.assertRefused("update snapshot_part set sha256 = ''", "append-only");
    desk.assertRefused("delete from snapshot_chunk", "append-only");
    desk.assertRefused("truncate snapshot_chunk", "append-only");
    desk.assertRefused("insert into snapshot_part values (1, 'more', 0, '')", "sealed");
    desk.assertRefused("insert into snapshot_chunk values (1, 'more', 0, '')", "sealed");
    desk.assertRefused("delete from year_close", "append-only");
    desk.assertRefused("update year_close set sha256 = ''", "append-only");
    desk.assertRefused("update figure set text = '9亿元' where id = 'F11'", "is closed");
    desk.assertRefused("delete from delivery_rollup", "is closed");
    desk.assertRefused("update delivery set status = 'superseded'", "is closed");
    desk.assertRefused("delete from delivery where status = 'live'", "is closed");
    desk.assertRefused(
        "update delivery set name = 'x.csv' where name = 'target-2020.csv'", "is closed");
    desk.assertRefused("update payment set amount = amount + 1", "is closed");
    desk.assertRefused("delete from subsidy", "is closed");
    desk.assertRefused("update treasury_entry set payee = '洗白公司'", "is closed");
    desk.assertRefused("delete from rollup_cell", "is closed");
    desk.assertRefused("update rollup_set set lines = lines + 1", "is closed");
    desk.assertRefused(
        "update reconciliation_proof set record_fen = record_fen + 1, entry_fen = entry_fen + 1",
        "is closed");
    desk.assertRefused("delete from matched_entry", "is closed");
    desk.assertRefused("delete from discrepancy_line", "is closed");
    desk.assertRefused("update audit_event set who = '戊'", "append-only");
  }

  @Test
  void filesThatAreMissingAreWrittenByTheNextNight() throws IOException {
    Path unfinished = folder.resolveSibling(".closed-1.unfinished");
    delete(folder);
    Files.createDirectories(unfinished);
    Files.writeString(unfinished.resolve("half"), "");
    assertThat(desk.disagreements(2020)).containsExactly("FOLDER_MISSING " + folder);
    office.night(2021);
    desk.assertAgrees(2020, 1);
    assertThat(unfinished).doesNotExist();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
