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
    List<MissingFigure> following,
    int hidden) {

  /**
   * Why a report is a draft.
   *
   * @param problem what is wrong
   * @param delivery in which something is open; empty where figures have no value
   * @param file that was delivered; empty where figures have no value
   * @param figures that have no value
   */
  public record DraftGround(
      String problem, Optional<Long> delivery, String file, List<MissingFigure> figures) {}

  /**
   * A figure without a value.
   *
   * @param title with its id
   */
  public record MissingFigure(String id, String title) {}

  /** Why a figure has no value: the number of the reason, or 0 when it follows from others. */
  public int reasonOf(String figure) {
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).figures().stream().anyMatch(missing -> missing.id().equals(figure))) {
        return i + 1;
      }
    }
    return 0;
  }

  public boolean isDraft() {
    return !reasons.isEmpty() || !following.isEmpty() || hidden > 0;
  }
}
