package org.sunlitledger.cli.shell;

import picocli.CommandLine.Option;

/** Why somebody does what goes on the record. */
public final class Reason {

  @Option(names = "--why", required = true, paramLabel = "TEXT", description = "For what reason.")
  private String why = "";

  public String text() {
    return why;
  }
}
