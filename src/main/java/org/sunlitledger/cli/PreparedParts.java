package org.sunlitledger.cli;

import org.springframework.boot.SpringApplication;

/**
 * Puts the program's parts together without a command line. Only the build calls it, to work out
 * beforehand how they fit; see {@code process-aot} in the pom. A command then starts in half the
 * time.
 */
final class PreparedParts {
  private PreparedParts() {}

  public static void main(String[] arguments) {
    SpringApplication.run(SunlitLedger.class, arguments);
  }
}
