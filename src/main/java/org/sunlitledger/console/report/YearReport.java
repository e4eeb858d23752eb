package org.sunlitledger.console.report;

import java.util.List;
import org.sunlitledger.report.Reports.DraftReason;

/**
 * A report of a year.
 *
 * @param isPublished whether it was published with the close of its year
 * @param reasons why it is only a draft; none when it is complete
 * @param hidden reasons about files of other offices than the reader's
 */
public record YearReport(
    String name, String title, boolean isPublished, List<DraftReason> reasons, int hidden) {

  public boolean isDraft() {
    return !reasons.isEmpty() || hidden > 0;
  }
}
