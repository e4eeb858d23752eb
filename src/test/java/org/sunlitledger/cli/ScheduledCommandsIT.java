package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.release.kubernetes.Pod;
import org.sunlitledger.testing.Office;

/** A scheduler that knows no other success than 0 gets 0 when something is open, and only then. */
class ScheduledCommandsIT {
  private static final String ZERO = "--zero-when-open";

  @Test
  void whatIsOpenIsNoFailureForItButAFailureIs(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      Terminal terminal = new Terminal(office);
      office.deliver("no-register-2020.csv", "a,b", "1,2");
      String[] night = {
        "nightly", "--year", "2020", "--inbox", office.inbox() + "", "--out", office.out() + ""
      };
      assertThat(terminal.run(night)).as(terminal.err()).isEqualTo(3);
      assertThat(terminal.run(with(night, ZERO))).isZero();
      assertThat(terminal.out()).as("it says what is open").contains("no-register-2020.csv");
      assertThat(terminal.run("year-end", "--year", "2020", ZERO)).isEqualTo(1);
      assertThat(terminal.run(ZERO, "users", "enable", "nobody")).isZero();
      assertThat(terminal.run("nightly", "--year", "MMXX", ZERO)).isEqualTo(2);
    }
  }

  @Test
  void everyCommandOfTheManifestsIsOne() throws IOException {
    for (Pod pod : Pod.all()) {
      StringWriter printed = new StringWriter();
      List<String> arguments = pod.container().getArgs();
      assertThat(
              SunlitLedger.run(
                  new PrintWriter(printed),
                  new PrintWriter(printed),
                  with(arguments.toArray(String[]::new), "--help")))
          .as("%s: %s: %s", pod.name(), arguments, printed)
          .isZero();
      assertThat(printed.toString()).startsWith("Usage: sunlit " + arguments.get(0));
    }
  }

  private static String[] with(String[] arguments, String another) {
    return Stream.concat(Stream.of(arguments), Stream.of(another)).toArray(String[]::new);
  }
}
