package org.sunlitledger.cli;

import picocli.CommandLine.Option;

/** For whom a command prints: for people, or as JSON for programs. */
final class Output {

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  boolean json() {
    return json;
  }
}
