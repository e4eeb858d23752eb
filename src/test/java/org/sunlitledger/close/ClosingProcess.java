package org.sunlitledger.close;

import java.nio.file.Path;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;

/** Closes a year in a process of its own, so that it can be killed. */
final class ClosingProcess {
  private ClosingProcess() {}

  public static void main(String[] arguments) throws Exception {
    OtherProcess.inProgram(
        program ->
            program
                .getBean(Closing.class)
                .close(Integer.parseInt(arguments[0]), arguments[1], Path.of(arguments[2])));
  }

  static Process start(Office office, int year, String by) throws Exception {
    return OtherProcess.of(
            office, ClosingProcess.class, String.valueOf(year), by, office.out().toString())
        .inheritIO()
        .start();
  }
}
