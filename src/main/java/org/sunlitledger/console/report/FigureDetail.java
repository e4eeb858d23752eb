package org.sunlitledger.console.report;

import java.util.Optional;

/**
 * What is shown beside a figure of a report.
 *
 * @param title with its id
 * @param exactly the exact value; empty for texts and where there is none
 * @param lines how many lines are behind it; empty where it is made of other figures
 * @param problem why it has no value that may be printed; empty where it has one
 */
public record FigureDetail(
    String title, Optional<String> exactly, Optional<Long> lines, String problem) {

  public boolean isMissing() {
    return !problem.isEmpty();
  }
}
