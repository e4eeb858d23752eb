package org.sunlitledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.SunlitLedger;
import org.sunlitledger.sample.LargeDelivery;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;

/**
 * A night killed while a delivery is half in; src/test/sh/kill-nights.sh does the same to larger
 * ones, and to the server too.
 */
class KilledNightIT {
  private static final int LINES = 10_000;

  private final Path folder;

  KilledNightIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theNextNightGoesOnWhereTheProcessWasKilled() throws Exception {
    try (Office office = Office.in(folder.resolve("killed"))) {
      deliver(office);
      Process night = start(office);
      awaitHalfIn(office);
      night.destroyForcibly().waitFor();
      assertThat(linesRead(office)).isLessThan(LINES);
      office.night(2020);
      assertSameAsUndisturbed(office);
    }
  }

  @Test
  void aNightThatLosesItsServerEndsWithOneAndTheNextGoesOn() throws Exception {
    try (Office office = Office.in(folder.resolve("cut off"))) {
      deliver(office);
      Process night = start(office);
      awaitHalfIn(office);
      office
          .sql()
          .sql(
              """
              select pg_terminate_backend(pid)
              from pg_stat_activity
              where datname = current_database() and pid <> pg_backend_pid()
              """)
          .query(Boolean.class)
          .list();
      assertThat(night.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(night.exitValue()).isEqualTo(1);
      assertThat(linesRead(office)).isLessThan(LINES);
      office.night(2020);
      assertSameAsUndisturbed(office);
    }
  }

  private void assertSameAsUndisturbed(Office office) throws IOException {
    try (Office calm = Office.in(folder.resolve("calm"))) {
      deliver(calm);
      calm.night(2020);
      assertThat(books(office)).isEqualTo(books(calm));
      assertThat(new TreeMap<>(office.figures(2020))).isEqualTo(new TreeMap<>(calm.figures(2020)));
      assertThat(records(office)).isEqualTo(records(calm));
    }
  }

  private static void deliver(Office office) throws IOException {
    office.deliver(
        "household-2020.csv", Files.readAllBytes(Path.of("sample-data/2020/household-2020.csv")));
    LargeDelivery.write(office.inbox().resolve("subsidy-large-2020.csv"), LINES, 7);
  }

  private Process start(Office office) throws IOException {
    ProcessBuilder command =
        OtherProcess.of(
            office,
            SunlitLedger.class,
            "nightly",
            "--year",
            "2020",
            "--inbox",
            office.inbox().toString(),
            "--out",
            office.out().toString());
    command.environment().put("SUNLIT_INTAKE_CHUNK", "500");
    command.redirectErrorStream(true).redirectOutput(new File(folder.toFile(), "night.log"));
    return command.start();
  }

  private static void awaitHalfIn(Office office) throws InterruptedException {
    for (int tries = 0; tries < 6_000; tries++) {
      int read = linesRead(office);
      if (read > 0 && read < LINES) {
        return;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("the delivery never was half in");
  }

  private static int linesRead(Office office) {
    return office
        .sql()
        .sql("select coalesce(sum(lines_read), 0) from delivery where register = 'subsidy'")
        .query(Integer.class)
        .single();
  }

  private static List<Map<String, Object>> books(Office office) {
    return office
        .sql()
        .sql(
            """
            select name, status, lines_read, lines_accepted, lines_refused, fen_read, fen_accepted,
              fen_refused
            from delivery
            order by name
            """)
        .query()
        .listOfRows();
  }

  private static List<Map<String, Object>> records(Office office) {
    return office
        .sql()
        .sql("select count(*), count(distinct voucher), sum(amount), sum(line) from subsidy")
        .query()
        .listOfRows();
  }
}
