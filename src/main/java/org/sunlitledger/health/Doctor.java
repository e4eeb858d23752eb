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
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.sunlitledger.health.books.BackupPlaceExamination;
import org.sunlitledger.health.books.ClockExamination;
import org.sunlitledger.health.books.DatabaseAddress;
import org.sunlitledger.health.books.DatabaseExamination;
import org.sunlitledger.health.books.DurabilityExamination;
import org.sunlitledger.health.books.ExaminedDatabase;
import org.sunlitledger.health.books.KeyExamination;
import org.sunlitledger.health.books.RunExamination;
import org.sunlitledger.health.books.SchemaExamination;
import org.sunlitledger.health.console.ConsoleExamination;
import org.sunlitledger.health.console.ServiceState;
import org.sunlitledger.health.machine.EncodingExamination;
import org.sunlitledger.health.machine.FoldersExamination;
import org.sunlitledger.health.machine.JavaExamination;
import org.sunlitledger.health.machine.MachineMemory;
import org.sunlitledger.health.machine.MemoryExamination;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.Installation;
import org.sunlitledger.upkeep.NotExamined;

/**
 * Makes all examinations of an installation, one after another; nothing is changed, and no part of
 * the program is started.
 */
public final class Doctor {
  private static final Path MACHINE_ZONE = Path.of("/etc/localtime");
  private static final String ZONES = "zoneinfo/";
  private static final String CONSOLE_SERVICE = "sunlit-console.service";

  private final Environment environment;
  private final Installation installation;
  private final DatabaseAddress database;
  private final int consolePort;

  /**
   * @param environment has the settings
   * @param consolePort of the console's pages
   */
  Doctor(Environment environment, Clock clock, int consolePort) {
    this.environment = environment;
    this.installation = Installation.of(environment, clock);
    this.database = DatabaseAddress.of(environment, installation.folders());
    this.consolePort = consolePort;
  }

  /**
   * One who reads the settings as a command does, from the environment and the files of settings.
   *
   * @param settings of the command line
   * @param consolePort of the console's pages
   */
  public static Doctor of(Map<String, Object> settings, int consolePort) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addLast(new MapPropertySource("command line", settings));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    ZoneId zone = ZoneId.of(environment.getProperty("sunlit.zone", "Asia/Shanghai"));
    return new Doctor(environment, Clock.system(zone), consolePort);
  }

  /** What all examinations find, in their order. */
  public List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (ExaminedDatabase examined = new ExaminedDatabase(database)) {
      for (Examination examination : examinations(examined)) {
        findings.addAll(made(examination));
      }
    }
    return findings;
  }

  private List<Examination> examinations(ExaminedDatabase examined) {
    Clock clock = installation.clock();
    List<Examination> all = new ArrayList<>();
    all.add(new JavaExamination(Runtime.version(), System.getProperty("java.home")));
    all.add(
        new EncodingExamination(
            Charset.defaultCharset().name(), System.getProperty("sun.jnu.encoding")));
    all.add(new MemoryExamination(MachineMemory::now));
    all.add(
        new FoldersExamination(
            installation.folders().folder(),
            List.of(installation.intake().inbox(), installation.archive(), installation.out())));
    all.add(new DatabaseExamination(examined));
    all.add(new DurabilityExamination(examined));
    all.add(new SchemaExamination(examined));
    all.add(
        new ClockExamination(
            clock, machineZone(), examined, installation.expected().clockDifference()));
    all.add(new KeyExamination(installation.key(), examined));
    all.add(new RunExamination(examined, clock));
    all.addAll(installation.examinations(examined::books));
    all.add(new BackupPlaceExamination(examined, installation.folders().folder()));
    all.add(new NoticeExamination(environment, clock));
    all.add(new ConsoleExamination(consolePort, ServiceState.of(CONSOLE_SERVICE)));
    return all;
  }

  private static List<Finding> made(Examination examination) {
    try {
      return examination.examine();
    } catch (NotExamined why) {
      return List.of(Finding.notExamined(examination.name(), why));
    } catch (IOException | RuntimeException problem) {
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
