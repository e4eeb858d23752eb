package org.sunlitledger.notice.problem;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.sunlitledger.job.LastRuns;

/** The last night has failed, or its process was killed. */
@Component
@Lazy
final class FailedNight implements Watch {
  private final LastRuns runs;

  FailedNight(LastRuns runs) {
    this.runs = runs;
  }

  @Override
  public String kind() {
    return "night-failed";
  }

  @Override
  public List<Seen> look(Look at) {
    return runs.brokenNight().stream()
        .map(night -> Seen.of(kind(), "", "night-failed", night.run(), night.year()))
        .toList();
  }
}
