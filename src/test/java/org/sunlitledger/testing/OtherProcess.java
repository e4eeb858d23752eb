package org.sunlitledger.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.sunlitledger.cli.shell.PreparedParts;

/** A process beside that of the tests which works in the same office, started as users start it. */
public final class OtherProcess {
  private OtherProcess() {}

  /** Prepares a class with a main method to be run in an office. */
  public static ProcessBuilder of(Office office, Class<?> main, String... arguments) {
    return of(office, main, true, arguments);
  }

  /** The same for what the build does not prepare: the console. */
  public static ProcessBuilder unprepared(Office office, Class<?> main, String... arguments) {
    return of(office, main, false, arguments);
  }

  /** What is done with the program. */
  public interface Work {
    void in(ApplicationContext program) throws Exception;
  }

  /** For such a main method: does something with the program, as its environment sets it. */
  public static void inProgram(Work work) throws Exception {
    try (var program =
        new SpringApplicationBuilder(PreparedParts.class)
            .main(PreparedParts.class)
            .web(WebApplicationType.NONE)
            .run()) {
      work.in(program);
    }
  }

  private static ProcessBuilder of(
      Office office, Class<?> main, boolean prepared, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=Asia/Shanghai",
                "-Dspring.aot.enabled=" + prepared,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(office.environment());
    return process;
  }
}
