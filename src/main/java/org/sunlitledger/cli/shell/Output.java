package org.sunlitledger.cli.shell;

import picocli.CommandLine.Option;

/** For whom a command prints: for people, or as JSON for programs. */
public final class Output {

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  public boolean json() {
    return json;
  }
}
