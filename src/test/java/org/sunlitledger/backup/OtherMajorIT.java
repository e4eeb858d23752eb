package org.sunlitledger.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.close.Desk;
import org.sunlitledger.database.server.OtherMajorServer;

/** A county's books move from a server of PostgreSQL 17 to one of 18 by a backup and a restore. */
@Tag("long")
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class OtherMajorIT {
  /** {@code ./mvnw verify} puts it there, and {@code ./mvnw dependency:copy@postgresql-17}. */
  private static final Path BINARIES = Path.of("target/postgresql-17.jar");

  private final Path folder;

  OtherMajorIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aBackupFromOneIsRestoredIntoTheOther() throws Exception {
    KeptRelease release = KeptRelease.all().get(0);
    try (OtherMajorServer server = new OtherMajorServer(BINARIES, folder.resolve("server"));
        LostOffice lost = new LostOffice(folder)) {
      Files.createDirectory(folder.resolve("inbox-of-17"));
      Terminal seventeen = new Terminal(lost.office(), on(server));
      String backups = folder.resolve("backups").toString();
      run(
          seventeen,
          "restore",
          release.backup(folder.resolve("released")).toString(),
          "--key",
          release.key().toString(),
          "--out",
          folder.resolve("out-of-17").toString());
      assertThat(seventeen.run("nightly", "--year", "2021")).as(seventeen.err()).isIn(0, 3);
      run(seventeen, "backup", backups);

      lost.lose();
      lost.restore(lost.last(), release.key());
      Map<String, String> figures = new TreeMap<>();
      for (int year : new int[] {2020, 2021}) {
        lost.figures(year).forEach((figure, text) -> figures.put(year + " " + figure, text));
      }
      assertThat(figures).isEqualTo(release.figures());
      new Desk(lost.office()).assertAgrees(2020, 1, 2);
    }
  }

  private Map<String, String> on(OtherMajorServer server) throws Exception {
    return Map.of(
        "SPRING_DATASOURCE_URL",
        server.database("books"),
        "SPRING_DATASOURCE_USERNAME",
        OtherMajorServer.OWNER,
        "SPRING_DATASOURCE_PASSWORD",
        "",
        "SPRING_FLYWAY_USER",
        OtherMajorServer.OWNER,
        "SPRING_FLYWAY_PASSWORD",
        "",
        "SUNLIT_FOLDER",
        folder.resolve("var-of-17").toString(),
        "SUNLIT_INTAKE_INBOX",
        folder.resolve("inbox-of-17").toString());
  }

  private static void run(Terminal terminal, String... command) {
    assertThat(terminal.run(command)).as(terminal.out() + terminal.err()).isZero();
  }
}
