package org.sunlitledger.health;

import java.time.Clock;
import java.util.List;
import org.springframework.core.env.Environment;
import org.sunlitledger.notice.DirectNotices;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;

/** Examines whether somebody hears of problems. */
final class NoticeExamination implements Examination {
  private final Environment environment;
  private final Clock clock;

  NoticeExamination(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "notice";
  }

  @Override
  public List<Finding> examine() {
    try {
      List<String> channels = new DirectNotices(environment, clock).channels();
      return List.of(
          channels.isEmpty()
              ? Finding.look("notice.none")
              : Finding.ok("notice.found", String.join(", ", channels)));
    } catch (BadSetting wrong) {
      return List.of(Finding.broken("notice.wrong"));
    }
  }
}
