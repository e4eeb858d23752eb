package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.close.late.RestatementNotes;
import org.sunlitledger.close.store.RecordStore.NotStored;
import org.sunlitledger.close.store.RecordStore.RecordsStored;
import org.sunlitledger.close.store.StoreObstacle;
import org.sunlitledger.close.store.StoreObstacle.StoreObstacleKind;
import org.sunlitledger.storage.StorageFault;
import org.sunlitledger.testing.Office;

/**
 * The records of a closed year in files: everything that is said about the year stays the same, and
 * what was done to the files is found. One year is used for all, in this order.
 */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoredYearIT {
  private static Office office;
  private static Desk desk;
  private static StoringDesk storing;
  private static List<String> said;
  private static List<String> rows;
  private static RecordsStored stored;

  @BeforeAll
  static void aClosedYearThatIsMoved(@TempDir Path temporary) {
    office = Office.ofTwoRoles(temporary);
    desk = new Desk(office);
    storing = new StoringDesk(office);
    RichYear.close(office);
    said = storing.said(2020);
    rows = storing.rows();
    stored = storing.mustStore(2020);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  @Order(1)
  void whatIsSaidAboutItStaysTheSame() {
    assertThat(rows).noneMatch(row -> row.endsWith(" 0"));
    // a supplement stays
    assertThat(storing.rows())
        .containsExactly("payment 0", "subsidy 1", "treasury_entry 0", "aid 0");
    assertThat(storing.said(2020)).isEqualTo(said);
    desk.assertAgrees(2020, 1);
    assertThat(desk.trail()).last().isEqualTo("甲 store 2020");
  }

  @Test
  @Order(2)
  void aFileIsCompressedCsvForItsOwnerAndIsInTheListOfDigests() throws IOException {
    assertThat(stored.folder()).endsWith(Path.of("storage/2020/stored-1"));
    List<Path> files = storing.files(stored);
    assertThat(files).hasSize(stored.deliveries());
    Path payments =
        files.stream().filter(file -> file.toString().contains("payment-")).findFirst().get();
    assertThat(Files.getPosixFilePermissions(stored.folder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (GZIPInputStream csv = new GZIPInputStream(Files.newInputStream(payments))) {
      assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines())
          .first()
          .asString()
          .startsWith("delivery_id,line,verdict,voucher,");
    }
    assertThat(Files.readString(stored.folder().resolve("SHA256SUMS")))
        .contains("  " + payments.getFileName());
  }

  @Test
  @Order(3)
  void aChangedAndAMissingFileAreFoundAndNotUsed() throws IOException {
    Path file =
        storing.files(stored).stream()
            .filter(one -> one.toString().contains("payment-"))
            .findFirst()
            .get();
    String delivery = file.getFileName().toString().replaceAll("[^0-9]", "");
    byte[] was = Files.readAllBytes(file);
    byte[] other = was.clone();
    other[other.length / 2] ^= 1;
    Files.write(file, other);
    assertThat(desk.disagreements(2020))
        .containsExactly("STORED_CHANGED " + file, "TABLE_CHANGED lines.csv: payment " + delivery);
    assertThatThrownBy(() -> storing.said(2020))
        .isInstanceOf(StorageFault.class)
        .hasMessageContaining("was changed: " + file);
    Files.delete(file);
    assertThat(desk.disagreements(2020))
        .containsExactly("STORED_MISSING " + file, "TABLE_CHANGED lines.csv: payment " + delivery);
    assertThatThrownBy(() -> desk.reopen(2020)).hasMessageContaining("is missing: " + file);
    Files.write(file, was);
    desk.assertAgrees(2020, 1);
  }

  @Test
  @Order(4)
  void theProgramsRoleCannotChangeWhatIsRecorded() {
    for (String change :
        List.of(
            "update stored_year set sha256 = ''",
            "delete from stored_delivery",
            "insert into stored_delivery select * from stored_delivery",
            "truncate stored_year cascade",
            "insert into deleted_original select id, '', 1 from delivery")) {
      desk.assertRefused(change, "permission denied");
    }
    assertThat(((NotStored) storing.store(2020)).why())
        .extracting(StoreObstacle::kind)
        .containsExactly(StoreObstacleKind.ALREADY_STORED);
  }

  @Test
  @Order(5)
  void aReopenedYearHasItsRecordsAgainAndIsClosedWithTheSameLines() throws IOException {
    assertThat(desk.reopen(2020)).isEqualTo(new Reopening.Reopened(1, 0));
    assertThat(storing.rows()).isEqualTo(rows);
    desk.assertAgrees(2020, 1);
    office.night(2020);
    desk.reconcile(2020);
    desk.mustClose(2020);
    desk.assertAgrees(2020, 1, 2);
    Path closed = office.out().resolve("2020");
    assertThat(closed.resolve("closed-2/lines.csv"))
        .hasSameBinaryContentAs(closed.resolve("closed-1/lines.csv"));
    assertThat(storing.mustStore(2020).folder()).endsWith(Path.of("2020/stored-2"));
    assertThat(storing.said(2020)).isEqualTo(said);
    desk.assertAgrees(2020, 1, 2);
  }

  @Test
  @Order(6)
  void whatComesLateIsCountedOnTrialWithTheRecordsOfTheFiles() {
    office.deliver("payment-late-2020.csv", Desk.PAYMENTS, "PZ77,CY-2,2020-05-01,某公司,中央,100");
    office.night(2020);
    RestatementNotes notes = desk.restatement(2020);
    assertThat(notes.changes).containsEntry("F11", 10_000L);
    assertThat(notes.lines.get("F11")).containsExactly("COME payment-late-2020.csv:2 10000");
    assertThat(storing.said(2020)).isEqualTo(said);
    desk.assertAgrees(2020, 1, 2);
  }
}
