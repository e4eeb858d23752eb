package org.sunlitledger.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.SessionLock;
import org.sunlitledger.notice.channel.ChannelAnswer;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OwnKeys;
import org.sunlitledger.testing.SmallCounty;

/** Each problem is seen; there are few notices of it, and one when it is settled. */
class NoticesIT {
  private final Path folder;

  NoticesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void cleanNightsSendNothingButASignOfLifeEach() throws Exception {
    try (WatchedOffice office =
        new WatchedOffice(folder, Map.of("upkeep.night-age", "26h", "upkeep.free-disk", "1MB"))) {
      assertThat(office.send().problems()).isEmpty();
      assertThat(office.watcher().requests()).isEmpty();
      office.cleanNight().send();
      office.after(Duration.ofHours(6)).send();
      assertThat(office.watcher().requests()).hasSize(1);
      office.cleanNight().send();
      assertThat(office.watcher().requests()).hasSize(2);
      assertThat(office.letters()).isZero();
      assertThat(office.office().sql().sql("select kind from problem").query().listOfRows())
          .isEmpty();
    }
  }

  @Test
  void aFailedNightHasANoticeAndTheNextOneSettlesIt() throws Exception {
    try (WatchedOffice office = new WatchedOffice(folder, Map.of())) {
      Files.writeString(office.office().out(), "in the place of the folder");
      office.cleanNight().send();
      assertThat(office.robot().last())
          .contains("A night has failed", "for 2020 did not complete", "./sunlit runs");
      assertThat(office.watcher().requests()).isEmpty();
      Files.delete(office.office().out());
      office.cleanNight().send();
      assertThat(office.robot().last())
          .contains("1 problem settled", "Settled: A night has failed (since ");
      assertThat(office.watcher().requests()).hasSize(1);
      office.after(Duration.ofHours(1)).send();
      assertThat(office.letters()).isEqualTo(2);
    }
  }

  @Test
  void aNightHasFailedWhenItsProcessIsGoneAndNotWhileItWorks() throws Exception {
    try (WatchedOffice office = new WatchedOffice(folder, Map.of())) {
      office.cleanNight();
      office
          .office()
          .sql()
          .sql("update batch_job_execution set end_time = null, status = 'STARTED'")
          .update();
      try (RunLock.Held working = office.office().the(RunLock.class).acquire("nightly 2020")) {
        assertThat(working).isNotNull();
        assertThat(office.send().problems()).isEmpty();
      }
      office.send();
      assertThat(office.robot().last()).contains("A night has failed");
    }
  }

  @Test
  void aMissingNightHasANoticeThoughNoNightRuns() throws Exception {
    try (WatchedOffice office = new WatchedOffice(folder, Map.of("upkeep.night-age", "26h"))) {
      office.after(Duration.ofHours(25)).send();
      assertThat(office.letters()).isZero();
      office.after(Duration.ofHours(2)).send();
      assertThat(office.robot().last()).contains("A night is missing", "no night has ever run");
      office.cleanNight().send();
      assertThat(office.robot().last()).contains("Settled: A night is missing");
      office.after(Duration.ofHours(50)).send();
      assertThat(office.robot().last()).contains("the last night ended 20");
      assertThat(office.watcher().requests()).hasSize(1);
    }
  }

  @Test
  void whatIsOpenHasANoticeByYearWithCountsAndWithoutFiles() throws Exception {
    try (WatchedOffice office =
        new WatchedOffice(
            folder, Map.of("upkeep.console", "https://ledger.county.example:8443/"))) {
      office.office().deliver("wangfang-2020.csv", "a,b", "1,2");
      office.cleanNight().send();
      assertThat(office.robot().last())
          .contains("Open items of 2020", "2020: 1 open item, 0 discrepancies not resolved")
          .contains("Console: https://ledger.county.example:8443/")
          .doesNotContain("wangfang");
      List<Long> items =
          office.office().sql().sql("select id from open_item").query(Long.class).list();
      office.office().the(OpenDecisions.class).setAside(items, "not a register", "李四");
      office.after(Duration.ofHours(1)).send();
      assertThat(office.robot().last()).contains("Settled: Open items of 2020");
    }
  }

  @Test
  void discrepanciesHaveNoticesUntilTheyAreResolvedAndApproved() throws Exception {
    try (WatchedOffice office = new WatchedOffice(folder, Map.of())) {
      Office county = office.cleanNight().office();
      county.yearEnd(2020, SmallCounty.ledger(county, 2020));
      office.send();
      assertThat(office.robot().last())
          .contains("2020: 0 open items, 5 discrepancies not resolved, 0 not approved");
      List<Long> all =
          county
              .sql()
              .sql("select id from discrepancy where status = 'open'")
              .query(Long.class)
              .list();
      Decisions decisions = county.the(Decisions.class);
      all.forEach(id -> decisions.resolve(id, Resolution.EXPLAINED, "已核对", "丁"));
      office.after(Duration.ofDays(1)).send();
      assertThat(office.robot().last())
          .contains("Still there: Open items of 2020")
          .contains("0 discrepancies not resolved, 5 not approved");
      all.forEach(id -> decisions.approve(id, "戊"));
      office.after(Duration.ofHours(1)).send();
      assertThat(office.robot().last()).contains("Settled: Open items of 2020");
    }
  }

  @Test
  void aHundredNightsWithTheSameProblemSendFewNotices() throws Exception {
    try (WatchedOffice office = new WatchedOffice(folder, Map.of())) {
      office.office().deliver("no-register-2020.csv", "a,b", "1,2");
      office.cleanNight();
      office.sendDaily(100);
      // at once, after a day, then each week
      assertThat(office.letters()).isEqualTo(16);
      assertThat(office.robot().last()).contains("Still there: Open items of 2020 (since ");
      assertThat(
              office
                  .office()
                  .sql()
                  .sql("select count(*) from problem where settled is null")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void littleSpaceOnTheDiskHasANotice() throws Exception {
    try (WatchedOffice office =
        new WatchedOffice(folder, Map.of("upkeep.free-disk", "9000000GB"))) {
      office.send();
      assertThat(office.robot().last())
          .contains("The disk is nearly full", "a run may fill the disk");
    }
  }

  @Test
  void aCertificateThatEndsSoonHasANotice() throws Exception {
    HttpsServer console = console(folder.resolve("keys"));
    try (WatchedOffice office =
        new WatchedOffice(
            folder.resolve("office"),
            Map.of(
                "upkeep.certificate-left",
                "30d",
                "upkeep.console",
                "https://localhost:%d/".formatted(console.getAddress().getPort())))) {
      office.send();
      office.after(Duration.ofDays(3600)).send();
      assertThat(office.letters()).isZero();
      office.after(Duration.ofDays(30)).send();
      assertThat(office.robot().last())
          .contains("The certificate of the console", "the certificate of the console ends 20");
      console.stop(0);
      assertThat(office.after(Duration.ofDays(2)).send().unseen()).containsExactly("certificate");
      assertThat(office.letters()).isEqualTo(1);
    } finally {
      console.stop(0);
    }
  }

  @Test
  void noBackupAndAnOldOneAndABadOneHaveNotices() throws Exception {
    try (WatchedOffice office = new WatchedOffice(folder, Map.of("upkeep.backup-age", "3d"))) {
      office.after(Duration.ofDays(2)).send();
      assertThat(office.letters()).isZero();
      office.after(Duration.ofDays(2)).send();
      assertThat(office.robot().last()).contains("there was never a good backup");
      backUp(office, 4, "{}");
      office.send();
      assertThat(office.robot().last()).contains("Settled: The backup");
      office.after(Duration.ofDays(4)).send();
      assertThat(office.robot().last()).contains("the last good backup is of 20");
      backUp(office, 7, "{snapshot 1 differs}");
      office.after(Duration.ofDays(1)).send();
      assertThat(office.robot().last())
          .contains("in the last backup, of 20", "something does not agree");
    }
  }

  @Test
  void aNoticeThatWasNotAcceptedIsSentAgainUntilItIs() throws Exception {
    try (WatchedOffice office =
        new WatchedOffice(folder, Map.of("upkeep.free-disk", "9000000GB"))) {
      office.robot().answer(200, "{\"errcode\":45009,\"errmsg\":\"freq out of limit\"}");
      assertThat(office.send().answers()).extracting(ChannelAnswer::isSent).containsExactly(false);
      office.robot().answer(200, "{\"errcode\":0}");
      office.after(Duration.ofHours(1)).send();
      office.after(Duration.ofHours(1)).send();
      assertThat(office.letters()).isEqualTo(2);
      assertThat(
              office
                  .office()
                  .sql()
                  .sql("select state || ' ' || sent || ' ' || answer from notice order by id")
                  .query(String.class)
                  .list())
          .containsExactly(
              "new false not accepted, errcode 45009: {\"errcode\":45009,\"errmsg\":\"freq out of limit\"}",
              "new true {\"errcode\":0}");
    }
  }

  @Test
  void theOtherChannelsSayThatOneDoesNotWork() throws Exception {
    try (WatchedOffice office = new WatchedOffice(folder, Map.of())) {
      office.watcher().answer(500, "");
      office.cleanNight().send();
      assertThat(office.letters()).isZero();
      office.after(Duration.ofHours(6)).send();
      assertThat(office.robot().last()).contains("Notices on heartbeat", "notify --test");
      office.watcher().answer(200, "");
      office.after(Duration.ofHours(1)).send();
      office.after(Duration.ofHours(1)).send();
      assertThat(office.robot().last()).contains("Settled: Notices on heartbeat");
    }
  }

  @Test
  void nothingIsDoneWhileAnotherProcessSends() throws Exception {
    try (WatchedOffice office =
        new WatchedOffice(
            folder, Map.of("upkeep.free-disk", "9000000GB", "notice.timeout", "1s"))) {
      NoticeResult other =
          SessionLock.NOTICES
              .alone(office.office().the(DataSource.class), Duration.ofSeconds(1), office::send)
              .orElseThrow();
      assertThat(other.busy()).isTrue();
      assertThat(office.letters()).isZero();
      assertThat(office.send().busy()).isFalse();
      assertThat(office.letters()).isEqualTo(1);
    }
  }

  private static void backUp(WatchedOffice office, int daysFromNow, String problems) {
    office
        .office()
        .sql()
        .sql(
            """
            insert into backup (taken_at, folder, bytes, checked_at, problems)
            values (now() + make_interval(days => :days), '/b', 1, now(), cast(:problems as text[]))
            """)
        .param("days", daysFromNow)
        .param("problems", problems)
        .update();
  }

  private static HttpsServer console(Path folder) throws Exception {
    OwnKeys keys = OwnKeys.in(folder);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.start();
    return server;
  }
}
