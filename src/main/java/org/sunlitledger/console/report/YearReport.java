package org.sunlitledger.console.report;

import java.util.List;
import java.util.Optional;

/**
 * A report of a year.
 *
 * @param isPublished whether it was published with the close of its year
 * @param reasons why it is only a draft; none when it is complete
 * @param following figures without a value that get one when the others have theirs
 * @param hidden reasons about files of other offices than the reader's
 */
public record YearReport(
    String name,
    String title,
    boolean isPublished,
    List<DraftGround> reasons,
    List<String> following,
    int hidden) {

  /**
   * Why a report is a draft.
   *
   * @param problem what is wrong
   * @param delivery in which something is open; empty where figures have no value
   * @param about the file, or the figures
   */
  public record DraftGround(String problem, Optional<Long> delivery, List<String> about) {}

  public boolean isDraft() {
    return !reasons.isEmpty() || !following.isEmpty() || hidden > 0;
  }
}
