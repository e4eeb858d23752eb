package org.sunlitledger.notice.problem;

import java.util.List;
import org.sunlitledger.job.LastRuns;

/** The last night has failed, or its process was killed. */
public final class FailedNight implements Watch {
  private final LastRuns runs;

  public FailedNight(LastRuns runs) {
    this.runs = runs;
  }

  @Override
  public String kind() {
    return "night-failed";
  }

  @Override
  public List<Seen> look() {
    return runs.brokenNight().stream()
        .map(night -> Seen.of(kind(), "", "night-failed", night.run(), night.year()))
        .toList();
  }
}
