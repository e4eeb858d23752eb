package org.sunlitledger.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the programs that a release is made with. */
final class Commands {
  private Commands() {}

  /**
   * Runs a program to its end.
   *
   * @throws IOException when it fails, with what it printed
   */
  static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(
            "%s ended with %d: %s"
                .formatted(String.join(" ", command), process.exitValue(), printed.strip()));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted", stop);
    }
  }
}
