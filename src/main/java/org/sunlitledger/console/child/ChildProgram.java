package org.sunlitledger.console.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.intake.file.IntakeSettings;

/**
 * How a process of the console calls the program again: with a list of arguments and no shell, with
 * a chosen environment, and without a pipe or a group of processes that would end with the console.
 */
@Component
final class ChildProgram {
  private static final String MAIN = "org.sunlitledger.cli.SunlitLedger";
  private static final Set<String> KEPT =
      Set.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "JAVA_HOME", "TMPDIR");
  private static final List<String> KEPT_PREFIXES = List.of("LC_", "SUNLIT_", "SPRING_", "PG");
  private static final Set<String> LEFT_OUT = Set.of("SUNLIT_TERMINAL", "SUNLIT_COLUMNS");
  private static final String CONSOLES_OWN = "SUNLIT_CONSOLE_";

  private final DatabaseSettings settings;
  private final Path inbox;
  private final Path out;

  ChildProgram(
      DatabaseSettings settings, IntakeSettings intake, @Value("${sunlit.out:out}") Path out) {
    this.settings = settings;
    this.inbox = intake.inbox();
    this.out = out;
  }

  /**
   * Starts a command.
   *
   * @param log file for what it prints
   */
  Process start(String startedBy, Path log, List<String> arguments) throws IOException {
    ProcessBuilder child =
        new ProcessBuilder(command(arguments))
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = child.environment();
    environment.keySet().removeIf(name -> !isKept(name));
    environment.put("SUNLIT_FOLDER", absolute(settings.folder()));
    environment.put("SUNLIT_INTAKE_INBOX", absolute(inbox));
    environment.put("SUNLIT_OUT", absolute(out));
    settings
        .ownDefinitions()
        .ifPresent(folder -> environment.put("SUNLIT_DEFINITIONS", absolute(folder)));
    environment.put("SUNLIT_STARTED_BY", startedBy);
    environment.put("SUNLIT_RUN_LOG", log.getFileName().toString());
    environment.put("SUNLIT_LANGUAGE", LocaleContextHolder.getLocale().getLanguage());
    return child.start();
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    // a signal to the console's group of processes, such as Ctrl+C, is none to the run
    program("setsid").ifPresent(command::add);
    Optional.ofNullable(System.getenv("SUNLIT_PROGRAM"))
        .map(List::of)
        .orElseGet(ChildProgram::sameProgram)
        .forEach(command::add);
    command.addAll(arguments);
    return command;
  }

  /** The program as this process runs it. */
  private static List<String> sameProgram() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-Duser.timezone=" + ZoneId.systemDefault(),
        "-Dspring.aot.enabled=true",
        "-cp",
        System.getProperty("java.class.path"),
        MAIN);
  }

  private static boolean isKept(String name) {
    return !LEFT_OUT.contains(name)
        && !name.startsWith(CONSOLES_OWN)
        && (KEPT.contains(name) || KEPT_PREFIXES.stream().anyMatch(name::startsWith));
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  private static Optional<String> program(String name) {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
