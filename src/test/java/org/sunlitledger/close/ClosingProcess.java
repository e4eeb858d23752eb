package org.sunlitledger.close;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.sunlitledger.cli.shell.PreparedParts;
import org.sunlitledger.testing.Office;

/** Closes a year in a process of its own, so that it can be killed. */
final class ClosingProcess {
  private ClosingProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (var context =
        new SpringApplicationBuilder(PreparedParts.class).web(WebApplicationType.NONE).run()) {
      context
          .getBean(Closing.class)
          .close(Integer.parseInt(arguments[0]), arguments[1], Path.of(arguments[2]));
    }
  }

  static Process start(Office office, int year, String by) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ClosingProcess.class.getName(),
            String.valueOf(year),
            by,
            office.out().toString());
    command.environment().putAll(Map.copyOf(office.environment()));
    return command.inheritIO().start();
  }
}
