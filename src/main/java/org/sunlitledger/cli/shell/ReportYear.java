package org.sunlitledger.cli.shell;

import picocli.CommandLine.Option;

/** The year that a command is about, where there is no command without one. */
public final class ReportYear {

  @Option(
      names = "--year",
      required = true,
      converter = YearNumber.class,
      description = "Year of the report.")
  private int year;

  public int value() {
    return year;
  }
}
