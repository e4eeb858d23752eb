package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.close.Desk;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.schema.ProgramVersion;
import org.sunlitledger.notice.channel.WebRobot;
import org.sunlitledger.testing.Office;

/** The database of the first release is upgraded by a command, or left as it is. */
class UpgradeIT {
  private final Path folder;
  private OldOffice old;
  private List<String> columns;

  UpgradeIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void anOfficeOfARelease() throws IOException, SQLException {
    old = new OldOffice(folder, KeptRelease.all().get(0));
    columns = old.columns();
  }

  @AfterEach
  void close() {
    old.close();
  }

  @Test
  void nothingButTheUpgradeChangesIt() throws IOException {
    for (String command : List.of("deliveries", "nightly", "runs", "notify")) {
      assertThat(old.run(1, command)).contains("an upgrade", "version 29", "./sunlit upgrade");
    }
    assertThat(old.run(1, "doctor").replaceAll("\\s+", " "))
        .contains("broken tables those of version 29", "./sunlit upgrade");
    try (WebRobot robot = new WebRobot()) {
      Terminal terminal =
          new Terminal(
              old.closed(),
              Map.of("SUNLIT_NOTICE_JSON_URL", robot.address(), "SUNLIT_NOTICE_LANGUAGE", "en"));
      assertThat(terminal.run("notify")).isEqualTo(1);
      assertThat(robot.requests())
          .singleElement()
          .satisfies(notice -> assertThat(notice.body()).contains("./sunlit upgrade"));
    }
    assertUnchanged();
  }

  @Test
  void itIsUpgradedAndTheBackupLeadsBack() throws IOException, SQLException {
    Map<String, String> rows = old.rows();
    String said = old.run(0, "upgrade", old.backups().toString());
    Path backup = backup();
    assertThat(said)
        .contains("version 29; Sunlit Ledger", "upgraded from version 29 to version " + today())
        .contains("./sunlit restore " + backup + " with the earlier program");
    assertUpgraded(old, backup);
    assertThat(old.run(0, "upgrade")).contains("there is nothing to upgrade");

    Path kept = Files.move(backup, folder.resolve("kept"));
    try (OldOffice back = new OldOffice(folder, KeptRelease.all().get(0), kept)) {
      assertThat(back.columns()).isEqualTo(columns);
      assertThat(back.rows()).isEqualTo(rows);
      back.run(0, "upgrade", back.backups().toString());
      assertUpgraded(back, backup());
    }
  }

  @Test
  void itIsRefusedWhileSomebodyWorks() throws Exception {
    RunLock lock = new RunLock(worker(), "lisi");
    try (RunLock.Held run = lock.acquire("nightly")) {
      assertThat(run.session().isValid(1)).isTrue();
      assertThat(old.run(1, "upgrade", old.backups().toString()))
          .contains("a run is under way: nightly: lisi, pid", "since 20");
    }
    try (Connection console = console()) {
      assertThat(console.isValid(1)).isTrue();
      assertThat(old.run(1, "upgrade", old.backups().toString()))
          .contains("nothing was upgraded: console: sunlit, pid 7 (sunlit_work", "since 20");
    }
    assertThat(old.run(2, "upgrade")).contains("SUNLIT_BACKUP_FOLDER");
    assertUnchanged();
    assertThat(old.backups()).doesNotExist();
  }

  @Test
  void whatFailsOnTheCopyIsNotDoneToTheDatabase() throws IOException {
    Path own = folder.resolve("own/sql/schema/V900__plot.sql");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "create table plot (id bigint); select 1 / 0;");
    assertThat(
            old.run(
                1,
                "upgrade",
                old.backups().toString(),
                "--definitions",
                folder.resolve("own").toString()))
        .contains("division by zero", "still has the tables of version 29");
    assertUnchanged();
    old.run(0, "upgrade", old.backups().toString());
  }

  private void assertUnchanged() {
    assertThat(old.version()).isEqualTo("029");
    assertThat(old.columns()).isEqualTo(columns);
  }

  private static void assertUpgraded(OldOffice upgraded, Path backup) throws IOException {
    Map<String, String> figures = KeptRelease.all().get(0).figures();
    try (Office office = upgraded.open()) {
      Desk desk = new Desk(office);
      assertThat(figures(office)).isEqualTo(figures);
      assertThat(office.the(RestoredBooks.class).verify(office.out()).problems()).isEmpty();
      office.night(2021);
      assertThat(figures(office)).isEqualTo(figures);
      assertThat(
              desk.list(
                  "select concat_ws(' ', from_version, to_version, program, backup) from schema_change"))
          .containsExactly("29 %d %s %s".formatted(today(), ProgramVersion.NAME, backup));
      assertThat(desk.list("select detail from audit_event where action = 'upgrade'"))
          .containsExactly(
              "29 → %d, %s, %s".formatted(today(), ProgramVersion.NAME, backup.getFileName()));
      desk.assertRefused("update schema_change set program = 'x'", "permission denied");
      desk.assertRefused("insert into schema_change default values", "permission denied");
    }
  }

  /** The version of the schema that the program of today needs. */
  private static int today() throws IOException {
    return Integer.parseInt(KeptRelease.ofToday().toString().substring(1));
  }

  private static Map<String, String> figures(Office office) {
    Map<String, String> figures = new TreeMap<>();
    for (int year : List.of(2020, 2021)) {
      office.figures(year).forEach((figure, text) -> figures.put(year + " " + figure, text));
    }
    return figures;
  }

  private Path backup() throws IOException {
    try (Stream<Path> all = Files.list(old.backups())) {
      return all.filter(path -> !path.getFileName().toString().startsWith("."))
          .findFirst()
          .orElseThrow();
    }
  }

  private DriverManagerDataSource worker() {
    return new DriverManagerDataSource(
        old.setting("SPRING_DATASOURCE_URL"),
        old.setting("SPRING_DATASOURCE_USERNAME"),
        old.setting("SPRING_DATASOURCE_PASSWORD"));
  }

  /** A session as the console has it. */
  private Connection console() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", old.setting("SPRING_DATASOURCE_USERNAME"));
    properties.setProperty("password", old.setting("SPRING_DATASOURCE_PASSWORD"));
    properties.setProperty("ApplicationName", "console: sunlit, pid 7");
    return DriverManager.getConnection(old.setting("SPRING_DATASOURCE_URL"), properties);
  }
}
