package org.sunlitledger.health;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.sunlitledger.health.books.BackupExamination;
import org.sunlitledger.health.books.ClockExamination;
import org.sunlitledger.health.books.DatabaseExamination;
import org.sunlitledger.health.books.DurabilityExamination;
import org.sunlitledger.health.books.ExaminedDatabase;
import org.sunlitledger.health.books.KeyExamination;
import org.sunlitledger.health.books.NightExamination;
import org.sunlitledger.health.books.RunExamination;
import org.sunlitledger.health.books.SchemaExamination;
import org.sunlitledger.health.console.CertificateExamination;
import org.sunlitledger.health.console.ConsoleExamination;
import org.sunlitledger.health.console.ServiceState;
import org.sunlitledger.health.finding.Examination;
import org.sunlitledger.health.finding.Finding;
import org.sunlitledger.health.finding.NotExamined;
import org.sunlitledger.health.machine.DiskExamination;
import org.sunlitledger.health.machine.EncodingExamination;
import org.sunlitledger.health.machine.FoldersExamination;
import org.sunlitledger.health.machine.JavaExamination;
import org.sunlitledger.health.machine.MachineMemory;
import org.sunlitledger.health.machine.MemoryExamination;

/** Makes all examinations of an installation, one after another; nothing is changed. */
public final class Doctor {
  private static final Path MACHINE_ZONE = Path.of("/etc/localtime");
  private static final String ZONES = "zoneinfo/";
  private static final String CONSOLE_SERVICE = "sunlit-console.service";

  private final Installation installation;
  private final int consolePort;

  /**
   * @param consolePort of the console's pages
   */
  public Doctor(Installation installation, int consolePort) {
    this.installation = installation;
    this.consolePort = consolePort;
  }

  /** What all examinations find, in their order. */
  public List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (ExaminedDatabase database = new ExaminedDatabase(installation.database())) {
      for (Examination examination : examinations(database)) {
        findings.addAll(made(examination));
      }
    }
    return findings;
  }

  private List<Examination> examinations(ExaminedDatabase database) {
    Clock clock = installation.clock();
    HealthSettings expected = installation.expected();
    Path own = installation.folders().folder();
    List<Path> others =
        List.of(installation.intake().inbox(), installation.archive(), installation.out());
    List<Path> all = new ArrayList<>(List.of(own));
    all.addAll(others);
    return List.of(
        new JavaExamination(Runtime.version(), System.getProperty("java.home")),
        new EncodingExamination(
            Charset.defaultCharset().name(), System.getProperty("sun.jnu.encoding")),
        new MemoryExamination(MachineMemory::now),
        new DiskExamination(all, expected.freeDisk()),
        new FoldersExamination(own, others),
        new DatabaseExamination(database),
        new DurabilityExamination(database),
        new SchemaExamination(database),
        new ClockExamination(clock, machineZone(), database, expected.clockDifference()),
        new KeyExamination(installation.key(), database),
        new RunExamination(database, clock),
        new NightExamination(database, clock, expected.nightAge()),
        new BackupExamination(database, clock, expected.backupAge()),
        new CertificateExamination(installation.console(), clock, expected.certificateEnds()),
        new ConsoleExamination(consolePort, ServiceState.of(CONSOLE_SERVICE)));
  }

  private static List<Finding> made(Examination examination) {
    try {
      return examination.examine();
    } catch (NotExamined why) {
      return List.of(Finding.notExamined(examination.name(), why));
    } catch (IOException | SQLException | RuntimeException problem) {
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
      NotExamined why =
          new NotExamined(
              "not-examined.problem",
              cause.getClass().getSimpleName(),
              String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
      return List.of(Finding.notExamined(examination.name(), why));
    }
  }

  /** The zone of the machine, by which cron works; empty where the machine does not name it. */
  private static Optional<ZoneId> machineZone() {
    try {
      String zone = MACHINE_ZONE.toRealPath().toString();
      int from = zone.indexOf(ZONES);
      return from < 0
          ? Optional.empty()
          : Optional.of(ZoneId.of(zone.substring(from + ZONES.length())));
    } catch (IOException | DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
