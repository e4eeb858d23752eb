package org.sunlitledger.cli;

import picocli.CommandLine.Option;

/** The year that a command is about, where there is no command without one. */
final class ReportYear {

  @Option(
      names = "--year",
      required = true,
      converter = YearNumber.class,
      description = "Year of the report.")
  private int year;

  int value() {
    return year;
  }
}
