package org.sunlitledger.cli;

import picocli.CommandLine.Option;

/** Why somebody does what goes on the record. */
final class Reason {

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "For what reason.")
  private String why = "";

  String text() {
    return why;
  }
}
