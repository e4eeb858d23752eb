package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sunlitledger.cli.SunlitLedger;
import org.sunlitledger.close.Desk;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;

/**
 * An upgrade is killed. The database is as it was or upgraded, never between, and the next upgrade
 * works. A lock that somebody else holds stops the upgrade at the moment at which it is killed.
 */
@Tag("long")
class KilledUpgradeIT {
  private static final int MAX_SECONDS = 120;

  private final Path folder;

  KilledUpgradeIT(@TempDir Path folder) {
    this.folder = folder;
  }

  /** When it is killed. */
  enum Moment {
    BACKUP("", false),
    CHECK("", false),
    FIRST_MIGRATION("lock table open_item in access share mode", false),
    HISTORY("lock table flyway_schema_history in share mode", false),
    COMMITTED("select pg_advisory_lock(7205118340)", true);

    private final String stop;
    private final boolean isUpgraded;

    Moment(String stop, boolean isUpgraded) {
      this.stop = stop;
      this.isUpgraded = isUpgraded;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isDoneOrNot(Moment moment) throws Exception {
    try (OldOffice old = new OldOffice(folder, KeptRelease.all().get(0))) {
      var columns = old.columns();
      var rows = old.rows();
      kill(old, moment);
      if (moment.isUpgraded) {
        assertThat(old.run(0, "upgrade")).contains("there is nothing to upgrade");
      } else {
        assertThat(old.version()).isEqualTo("029");
        assertThat(old.columns()).isEqualTo(columns);
        assertThat(old.rows()).isEqualTo(rows);
        assertThat(old.run(1, "deliveries")).contains("./sunlit upgrade");
        old.run(0, "upgrade", old.backups().toString());
      }
      assertThat("V" + old.version()).isEqualTo(KeptRelease.ofToday().toString());
      try (Office office = old.open()) {
        Desk desk = new Desk(office);
        office.night(2021);
        assertThat(office.the(RestoredBooks.class).verify(office.out()).problems()).isEmpty();
        assertThat(desk.list("select from_version from schema_change")).containsExactly("29");
        assertThat(desk.list("select action from audit_event where action = 'upgrade'")).hasSize(1);
      }
    }
  }

  private void kill(OldOffice old, Moment moment) throws Exception {
    try (Connection other = other(old);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      if (!moment.stop.isEmpty()) {
        statement.execute(moment.stop);
      }
      Process upgrade = upgrade(old);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
      while (!isThere(old, moment, statement)) {
        assertThat(System.nanoTime()).as("%s never came", moment).isLessThan(end);
        assertThat(upgrade.isAlive()).as(Files.readString(log())).isTrue();
        Thread.sleep(2);
      }
      upgrade.destroyForcibly().waitFor();
      other.rollback();
    }
  }

  private static boolean isThere(OldOffice old, Moment moment, Statement statement)
      throws IOException, SQLException {
    return switch (moment) {
      case BACKUP -> hasBegun(old.backups());
      case CHECK ->
          isTrue(
              statement,
              "select exists (select from pg_database where datname = current_database() || '_scratch')");
      case FIRST_MIGRATION, HISTORY, COMMITTED ->
          isTrue(
              statement,
              """
              select exists (
                select
                from pg_locks
                where not granted
                  and pg_backend_pid() = any(pg_blocking_pids(pid))
              )
              """);
    };
  }

  private static boolean isTrue(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static boolean hasBegun(Path backups) throws IOException {
    if (!Files.exists(backups)) {
      return false;
    }
    try (Stream<Path> all = Files.list(backups)) {
      return all.findAny().isPresent();
    }
  }

  private Process upgrade(OldOffice old) throws IOException {
    return OtherProcess.of(old.closed(), SunlitLedger.class, "upgrade", old.backups().toString())
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  private Path log() {
    return folder.resolve("upgrade.log");
  }

  /** Somebody whose role is not of the program, who therefore does not keep the upgrade away. */
  private static Connection other(OldOffice old) throws SQLException {
    old.sql()
        .sql(
            """
            do $$
            begin
              create role sunlit_other superuser login password 'other';
            exception when duplicate_object then
              return;
            end
            $$
            """)
        .update();
    return DriverManager.getConnection(
        old.setting("SPRING_DATASOURCE_URL"), "sunlit_other", "other");
  }
}
