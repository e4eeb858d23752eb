package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** A correction is taken back by handing the earlier file in again. */
class HandedInAgainIT {
  private static final String HEADER = "收据编号,帮扶类别,提供单位,形式,到位日期,折合金额";
  private static final String ONE = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,10000";
  private static final String CORRECTED = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,20000";
  private static final String WRONG = "SJ-1,帮扶资金,甲单位,现金,2020-01-10,一万";

  private final Path folder;
  private final Office office;

  HandedInAgainIT(@TempDir Path folder) {
    this.folder = folder;
    office = Office.in(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void theEarlierFileSupersedesItsCorrectionAndCountsAgain() {
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    office.deliver("aid-2020.csv", HEADER, CORRECTED).night(2020);
    assertThat(live()).containsExactly("SJ-1 2000000");
    Outcome back = office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    assertThat(back.deliveries()).isEqualTo(1);
    assertThat(live()).containsExactly("SJ-1 1000000");
    assertThat(statuses()).containsExactly("superseded", "superseded 1", "live 2");
    office.deliver("aid-2020.csv", HEADER, CORRECTED).night(2020);
    assertThat(live()).containsExactly("SJ-1 2000000");
  }

  @Test
  void anEarlierFileThatOnlyLiesThereStillIsNotHandedInAgain() {
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    office.deliver("aid-2020 (2).csv", HEADER, ONE).night(2020);
    office.deliver("aid-2020（修正）.csv", HEADER, CORRECTED).night(2020);
    for (int night = 0; night < 2; night++) {
      assertThat(office.night(2020).known()).isEqualTo(3);
      assertThat(live()).containsExactly("SJ-1 2000000");
    }
    office.deliver("aid-2020（重报）.csv", HEADER, ONE).night(2020);
    assertThat(live()).containsExactly("SJ-1 1000000");
    assertThat(office.night(2020).known()).isEqualTo(4);
    assertThat(statuses()).containsExactly("superseded", "superseded 1", "live 2");
  }

  @Test
  void theFileThatCountsIsKnownWhereverItComesFrom() {
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    Outcome again = office.deliver("copy of aid-2020.csv", HEADER, ONE).night(2020);
    assertThat(again.known()).isEqualTo(2);
    assertThat(statuses()).containsExactly("live");
  }

  @Test
  void aFileOfTheOwnInboxThatWasArchivedIsHandedInByPuttingItBack() throws Exception {
    for (String line : List.of(ONE, CORRECTED, ONE)) {
      Path own = Files.createDirectories(folder.resolve("own-inbox"));
      Files.writeString(own.resolve("aid-2020.csv"), HEADER + "\n" + line + "\n");
      office.the(Nightly.class).run(2020, Optional.empty(), office.out());
      assertThat(own).isEmptyDirectory();
    }
    assertThat(live()).containsExactly("SJ-1 1000000");
  }

  @Test
  void aFileThatWasRefusedAsAWholeIsDoneWithWhenTheEarlierOneComesAgain() {
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    office.deliver("aid-2020.csv", HEADER, "\"").night(2020);
    assertThat(office.findings()).containsExactly("aid-2020.csv:2 file-broken-quote =\"");
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    assertThat(office.findings()).isEmpty();
    assertThat(live()).containsExactly("SJ-1 1000000");
    office.deliver("aid-2020.csv", HEADER, "\"").night(2020);
    assertThat(office.findings()).containsExactly("aid-2020.csv:2 file-broken-quote =\"");
    assertThat(live()).containsExactly("SJ-1 1000000");
  }

  @Test
  void aCorrectionThatIsHeldForAClosedYearIsTakenBackToo() {
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    closeYear();
    office.deliver("aid-2020.csv", HEADER, CORRECTED).night(2020);
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    assertThat(statuses()).containsExactly("live", "held 1", "held 2");
    assertThat(office.night(2020).heldInAll()).isEqualTo(2);
    office
        .sql()
        .sql("update year_close set reopened_at = now(), reopened_by = '甲', why = '更正'")
        .update();
    office.sql().sql("update delivery set status = 'loaded' where status = 'held'").update();
    office.night(2020);
    assertThat(statuses()).containsExactly("superseded", "superseded 1", "live 2");
    assertThat(live()).containsExactly("SJ-1 1000000");
  }

  @Test
  void anEarlierSupplementSupersedesALaterOneOfItsName() {
    office.deliver("aid-2020.csv", HEADER, WRONG).night(2020);
    String title = "补正批次 1";
    String header = HEADER + ",原行号";
    office.deliver("补正.csv", title, header, ONE + ",2").night(2020);
    office.deliver("补正.csv", title, header, CORRECTED + ",2").night(2020);
    assertThat(live()).containsExactly("SJ-1 2000000");
    office.deliver("补正.csv", title, header, ONE + ",2").night(2020);
    assertThat(live()).containsExactly("SJ-1 1000000");
    assertThat(statuses()).containsExactly("live", "superseded", "superseded 2", "live 3");
    assertThat(office.night(2020).deliveries()).isZero();
  }

  @Test
  void aSupplementToAnotherYearIsTakenInOnce() {
    office.deliver("aid-2019.csv", HEADER, WRONG.replace("2020-", "2019-")).night(2020);
    String line = ONE.replace("2020-", "2019-") + ",2";
    office.deliver("补正.csv", "补正批次 1", HEADER + ",原行号", line).night(2020);
    assertThat(office.night(2020).deliveries()).isZero();
    assertThat(statuses()).containsExactly("live", "live");
  }

  @Test
  void aFileThatChangesBackBeforeItWasReadIsTakenInAsItIsNow() throws IOException {
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    office.deliver("aid-2020.csv", HEADER, CORRECTED);
    office.scan(2020);
    office.deliver("aid-2020.csv", HEADER, ONE).night(2020);
    assertThat(live()).containsExactly("SJ-1 1000000");
    office.night(2020);
    assertThat(live()).containsExactly("SJ-1 1000000");
  }

  private void closeYear() {
    office
        .sql()
        .sql(
            """
            insert into year_close
              (year, number, closed_at, closed_by, definitions_version, sha256, audit_head)
            values (2020, 1, now(), '甲', '', '', 0)
            """)
        .update();
  }

  private List<String> live() {
    return office
        .sql()
        .sql("select receipt_no || ' ' || amount from live_aid order by receipt_no")
        .query(String.class)
        .list();
  }

  private List<String> statuses() {
    return office
        .sql()
        .sql("select concat_ws(' ', status, supersedes) from delivery order by id")
        .query(String.class)
        .list();
  }
}
