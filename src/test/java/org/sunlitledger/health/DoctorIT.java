package org.sunlitledger.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.database.RunLock;
import org.sunlitledger.database.server.EmbeddedServer;
import org.sunlitledger.database.server.ServerFolder;
import org.sunlitledger.testing.Office;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The doctor finds what is wrong with an office, also without its database, and changes nothing.
 */
class DoctorIT {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  /** What the machine of the tests is like is no matter of theirs. */
  private static final List<String> OF_THE_MACHINE =
      List.of("encoding.other", "memory.low", "memory.small", "clock.machine-zone");

  private static Office office;
  private static Path folder = Path.of("");

  @BeforeAll
  static void openAnOfficeWithoutNights(@TempDir Path place) {
    folder = place;
    office = Office.ofTwoRoles(place);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void aHealthyOfficeWithABuiltInServer(@TempDir Path place) throws Exception {
    Path var = place.resolve("var");
    Environment installation =
        settings(place, Map.of("sunlit.notice.json.url", "https://oa.county.example/"));
    try (EmbeddedServer server = EmbeddedServer.at(var.resolve("postgres"))) {
      String url = server.url("sunlit");
      try (Office healthy =
          Office.in(
              place,
              Map.of(
                  "spring.datasource.url", url,
                  "spring.datasource.username", server.owner().name(),
                  "spring.datasource.password", server.owner().secret()))) {
        healthy.night(2020);
        Terminal terminal =
            new Terminal(
                healthy,
                Map.of(
                    "SPRING_DATASOURCE_URL", url,
                    "SPRING_DATASOURCE_USERNAME", server.worker().name(),
                    "SPRING_DATASOURCE_PASSWORD", server.worker().secret(),
                    "SPRING_FLYWAY_USER", server.owner().name(),
                    "SPRING_FLYWAY_PASSWORD", server.owner().secret()));
        assertThat(
                terminal.run(
                    "backup",
                    place.resolve("backups").toString(),
                    "--key",
                    place.resolve("key").toString()))
            .as(terminal.err())
            .isZero();
      }
      Files.setPosixFilePermissions(var, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(place.resolve("own-inbox"));
      Files.createDirectories(var.resolve("archive"));
      Files.createDirectories(place.resolve("out"));

      Map<String, String> before = files(place);
      assertThat(levels(installation))
          .contains("OK database.running", "OK run.none", "OK night.found", "OK backup.found")
          .contains("OK notice.found")
          .allMatch(DoctorIT::isOkOnOneDisk);
      assertThat(files(place)).isEqualTo(before);
    }
    assertThat(levels(installation))
        .contains("OK database.started")
        .allMatch(DoctorIT::isOkOnOneDisk);
    assertThat(new ServerFolder(var.resolve("postgres")).port()).isEmpty();

    Files.writeString(var.resolve("secret.key"), "another");
    assertThat(levels(installation)).contains("BROKEN key.other");
    Files.delete(var.resolve("secret.key"));
    assertThat(levels(installation)).contains("BROKEN key.lost");
  }

  @Test
  void aNewOfficeHasNothingToLose() throws SQLException {
    try (Office fresh = Office.ofTwoRoles(folder.resolve("fresh"))) {
      assertThat(levels(ofOffice(fresh)))
          .contains("OK database.configured", "OK schema.current", "OK run.none")
          .contains("OK night.not-yet", "OK backup.not-yet", "LOOK key.no-copy", "LOOK notice.none")
          // the server of the tests does not wait for the disk
          .contains("BROKEN durability.off");
    }
  }

  @Test
  void oldNightsAndBackupsAreFound() throws SQLException {
    try (Office late = Office.ofTwoRoles(folder.resolve("late"))) {
      late.night(2020);
      assertThat(levels(ofOffice(late))).contains("OK night.found", "OK backup.not-yet");
      late.sql()
          .sql(
              """
              insert into backup (taken_at, folder, bytes, checked_at, problems)
              values (now() - interval '1 hour', '/proc', 1, now(), '{}')
              """)
          .update();
      assertThat(levels(ofOffice(late))).contains("OK backup.found", "OK backup-place.found");
      Clock nextWeek = Clock.offset(CLOCK, Duration.ofDays(7));
      assertThat(levels(ofOffice(late), nextWeek))
          .contains("BROKEN night.old", "BROKEN backup.old", "BROKEN clock.difference");
      late.sql()
          .sql(
              """
              insert into backup (taken_at, folder, bytes, checked_at, problems)
              values (now(), '/backups/2', 1, now(), '{"a digest"}')
              """)
          .update();
      assertThat(levels(ofOffice(late))).contains("OK backup.found", "BROKEN backup.bad");
      late.sql().sql("update backup set folder = '/nowhere/1'").update();
      assertThat(levels(ofOffice(late))).contains("LOOK backup-place.gone");
    }
  }

  @Test
  void whatHasNeverBeenIsFoundWhenItShouldHaveBeen() throws SQLException {
    try (Office idle = Office.ofTwoRoles(folder.resolve("idle"))) {
      assertThat(levels(ofOffice(idle), Clock.offset(CLOCK, Duration.ofHours(27))))
          .contains("BROKEN night.never", "OK backup.not-yet");
      assertThat(levels(ofOffice(idle), Clock.offset(CLOCK, Duration.ofHours(49))))
          .contains("BROKEN night.never", "BROKEN backup.none");
    }
  }

  @Test
  void aWrongSettingOfNoticesIsFound() throws SQLException {
    Environment wrong =
        settings(folder.resolve("wrong"), Map.of("sunlit.notice.json.url", "no-address"));
    assertThat(levels(wrong)).contains("BROKEN notice.wrong");
  }

  @Test
  void aRunUnderWayAndOneThatWasInterruptedAreFound() throws Exception {
    try (Office busy = Office.ofTwoRoles(folder.resolve("busy"))) {
      busy.night(2020);
      try (RunLock.Held held = busy.the(RunLock.class).acquire("nightly")) {
        assertThat(held).isNotNull();
        assertThat(levels(ofOffice(busy))).contains("OK run.going");
      }
      busy.sql().sql("update batch_job_execution set status = 'FAILED'").update();
      assertThat(levels(ofOffice(busy))).contains("BROKEN run.failed");
      busy.sql().sql("update batch_job_execution set status = 'STARTED', end_time = null").update();
      assertThat(levels(ofOffice(busy))).contains("BROKEN run.interrupted");
    }
  }

  @Test
  void tablesOfAnotherVersionAreFoundAndLeftAlone() throws SQLException {
    try (Office other = Office.in(folder.resolve("other"))) {
      Environment installation = ofOffice(other);
      other
          .sql()
          .sql(
              """
              update flyway_schema_history
              set version = '899'
              where version = (select max(version) from flyway_schema_history)
              """)
          .update();
      assertThat(levels(installation)).contains("BROKEN schema.later", "LOOK not-examined.schema");
      other.sql().sql("delete from flyway_schema_history where version = '899'").update();
      assertThat(levels(installation)).contains("BROKEN schema.behind");
      other.sql().sql("update flyway_schema_history set checksum = 1").update();
      assertThat(levels(installation)).contains("BROKEN schema.earlier");
      other.sql().sql("delete from flyway_schema_history").update();
      assertThat(levels(installation)).contains("LOOK schema.empty");
      assertThat(
              other
                  .sql()
                  .sql("select count(*) from flyway_schema_history")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  @Test
  void withoutADatabaseTheRestIsExamined() {
    Terminal terminal =
        new Terminal(
            office, Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/x?password=pw"));
    assertThat(terminal.run("doctor")).isEqualTo(1);
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out().replaceAll("\\s+", " "))
        .contains("broken database the database at jdbc:postgresql://127.0.0.1:1/x does not answer")
        .contains("what to do: start the server")
        .contains("look nights not examined, because the database cannot be reached")
        .contains("ok Java Java ")
        .doesNotContain("pw", " at org.", "Exception");
    assertThat(terminal.run("--lang", "zh", "doctor")).isEqualTo(1);
    assertThat(terminal.out().replaceAll("\\s+", ""))
        .contains("错误数据库连不上数据库jdbc:postgresql://127.0.0.1:1/x：")
        .contains("怎么办：启动数据库服务器")
        .contains("正常JavaJava");
  }

  @Test
  void programsReadTheSame() throws IOException {
    Terminal terminal =
        new Terminal(office, Map.of("SUNLIT_UPKEEP_FREEDISK", "1MB", "SUNLIT_ZONE", "UTC"));
    assertThat(terminal.run("doctor", "--json")).isEqualTo(1);
    Map<String, JsonNode> all = new TreeMap<>();
    JsonMapper.shared()
        .readTree(terminal.out())
        .forEach(finding -> all.put(finding.get("code").asString(), finding));
    assertThat(all)
        .containsKeys("disk.free", "clock.zone", "durability.off")
        .doesNotContainKey("disk.low");
    JsonNode durability = Objects.requireNonNull(all.get("durability.off"));
    assertThat(durability.get("state").asString()).isEqualTo("broken");
    assertThat(durability.get("examination").asString()).isEqualTo("durability");
    assertThat(durability.get("expected").asString()).contains("fsync and full_page_writes are on");
    assertThat(durability.get("remedy").asString()).contains("postgresql.conf");
  }

  @Test
  void anOlderJavaIsToldSoByTheScript(@TempDir Path java) throws Exception {
    Path fake = java.resolve("bin/java");
    Files.createDirectories(fake.resolveSibling(""));
    Files.writeString(fake, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder sunlit = new ProcessBuilder("./sunlit", "doctor").redirectErrorStream(true);
    sunlit.environment().put("JAVA_HOME", java.toString());
    Process process = sunlit.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said).contains("Java 17 or later is needed", "is Java 11", "JAVA_HOME");
  }

  /** The backups of a test are on the disk of its data. */
  private static boolean isOkOnOneDisk(String found) {
    return found.startsWith("OK") || found.equals("LOOK backup-place.same-disk");
  }

  private static List<String> levels(Environment settings) throws SQLException {
    return levels(settings, CLOCK);
  }

  private static List<String> levels(Environment settings, Clock clock) throws SQLException {
    // a port on which no console of this machine answers
    List<Finding> findings = new Doctor(settings, clock, 2).findings();
    return Said.levels(findings).stream()
        .filter(found -> OF_THE_MACHINE.stream().noneMatch(found::endsWith))
        .toList();
  }

  private static Environment ofOffice(Office of) {
    Map<String, String> environment = of.environment();
    Map<String, Object> settings = new HashMap<>();
    for (String part : List.of("url", "username", "password")) {
      settings.put(
          "spring.datasource." + part,
          environment.get("SPRING_DATASOURCE_" + part.toUpperCase(Locale.ROOT)));
    }
    String var = Objects.requireNonNull(environment.get("SUNLIT_FOLDER"));
    return settings(Path.of(var).resolveSibling(""), settings);
  }

  private static Environment settings(Path place, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("sunlit.folder", place.resolve("var").toString());
    settings.put("sunlit.intake.inbox", place.resolve("own-inbox").toString());
    settings.put("sunlit.out", place.resolve("out").toString());
    settings.put("sunlit.upkeep.free-disk", "1MB");
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    return environment;
  }

  /** All files but those that the server of the database itself writes, with time and rights. */
  private static Map<String, String> files(Path place) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path path : all.filter(one -> !one.toString().contains("/postgres/")).toList()) {
        files.put(
            path.toString(),
            Files.getLastModifiedTime(path)
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    return files;
  }
}
