package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.sunlitledger.quantity.Digests;
import org.sunlitledger.testing.Office;

/** What was tampered with is found; what can be refused is. One closed year is used for all. */
class VerificationTest {
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
    assertThat(desk.list("select sha256 from year_close")).containsExactly(Digests.sha256(list));
    List<String> names = new ArrayList<>();
    for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
      names.add(line.substring(66));
      assertThat(line)
          .startsWith(Digests.sha256(Files.readAllBytes(folder.resolve(line.substring(66)))));
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
    desk.assertAgrees(2020, 1);
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
    refused("update snapshot_part set sha256 = ''", "append-only");
    refused("delete from snapshot_chunk", "append-only");
    refused("truncate snapshot_chunk", "append-only");
    refused("insert into snapshot_part values (1, 'more', 0, '')", "sealed");
    refused("insert into snapshot_chunk values (1, 'more', 0, '')", "sealed");
    refused("delete from year_close", "append-only");
    refused("update year_close set sha256 = ''", "append-only");
    refused("update figure set text = '9亿元' where id = 'F11'", "is closed");
    refused("delete from delivery_rollup", "is closed");
    refused("update delivery set status = 'superseded'", "is closed");
    refused("update audit_event set who = '戊'", "append-only");
  }

  private static void refused(String change, String why) {
    assertThatThrownBy(() -> desk.execute(change))
        .as(change)
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining(why);
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
