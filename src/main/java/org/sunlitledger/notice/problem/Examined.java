package org.sunlitledger.notice.problem;

import java.io.IOException;
import java.util.List;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding.Level;
import org.sunlitledger.upkeep.NotExamined;

/** What the doctor examines too: a problem is whatever is not as it should be there. */
public final class Examined implements Watch {
  private final Examination examination;

  public Examined(Examination examination) {
    this.examination = examination;
  }

  @Override
  public String kind() {
    return examination.name();
  }

  @Override
  public List<Seen> look() throws NotExamined, IOException {
    return examination.examine().stream()
        .filter(finding -> finding.level() != Level.OK)
        .map(Seen::of)
        .toList();
  }
}
