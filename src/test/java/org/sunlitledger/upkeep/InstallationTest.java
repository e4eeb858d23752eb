package org.sunlitledger.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.console.OwnCertificate;

/** Disks and the certificate, against the limits of an installation. */
class InstallationTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theseLimitsApplyUnlessSet() {
    UpkeepSettings expected = installation(Instant.now(), "1").expected();
    assertThat(expected.freeDisk()).isEqualTo(DataSize.ofGigabytes(1));
    assertThat(expected.nightAge()).isEqualTo(Duration.ofHours(26));
    assertThat(expected.backupAge()).isEqualTo(Duration.ofDays(2));
    assertThat(expected.certificateLeft()).isEqualTo(Duration.ofDays(30));
    assertThat(expected.clockDifference()).isEqualTo(Duration.ofSeconds(5));
    assertThat(expected.console()).isNull();
    assertThat(Installation.of(new StandardEnvironment(), Clock.systemUTC()).expected().freeDisk())
        .isEqualTo(DataSize.ofGigabytes(10));
  }

  @Test
  void aDiskThatFillsUpIsFoundByTheThreshold() throws Exception {
    Path unmade = folder.resolve("var/archive");
    List<FreeSpace> disks = FreeSpace.of(List.of(folder, unmade));
    assertThat(disks).hasSize(1);
    assertThat(disks.get(0).folders()).containsExactly(folder, unmade);
    long free = disks.get(0).size().toMegabytes();
    assertThat(found("disk", "1MB", Instant.now())).containsExactly("OK disk.free");
    assertThat(found("disk", free * 2 + "MB", Instant.now())).containsExactly("LOOK disk.low");
    assertThat(found("disk", free * 10 + "MB", Instant.now())).containsExactly("BROKEN disk.full");
    assertThat(unmade).doesNotExist();
  }

  @Test
  void theEndOfTheCertificateIsSeen() throws Exception {
    Path console = folder.resolve("var/console");
    Instant now = Instant.now();
    assertThat(found("certificate", "1MB", now)).containsExactly("OK certificate.none");
    assertThat(console).doesNotExist();
    OwnCertificate.in(console, () -> {});
    assertThat(found("certificate", "1MB", now)).containsExactly("OK certificate.found");
    assertThat(found("certificate", "1MB", now.plus(Duration.ofDays(3650 - 29))))
        .containsExactly("LOOK certificate.ends");
    assertThat(found("certificate", "1MB", now.plus(Duration.ofDays(3651))))
        .containsExactly("BROKEN certificate.ended");
  }

  private List<String> found(String examination, String freeDisk, Instant now) throws Exception {
    Books none =
        () -> {
          throw new NotExamined("not-examined.database");
        };
    for (Examination one : installation(now, freeDisk).examinations(none)) {
      if (one.name().equals(examination)) {
        return Said.levels(one.examine());
      }
    }
    throw new IllegalArgumentException(examination);
  }

  private Installation installation(Instant now, String freeDisk) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "sunlit.folder", folder.resolve("var").toString(),
                    "sunlit.intake.inbox", folder.resolve("inbox").toString(),
                    "sunlit.out", folder.resolve("out").toString(),
                    "sunlit.upkeep.free-disk", freeDisk)));
    return Installation.of(environment, Clock.fixed(now, ZoneId.of("Asia/Shanghai")));
  }
}
