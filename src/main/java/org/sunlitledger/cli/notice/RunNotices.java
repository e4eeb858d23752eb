package org.sunlitledger.cli.notice;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.notice.DirectNotices;
import org.sunlitledger.notice.Notices;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.notice.channel.ChannelAnswer;

/** Sends notices at the end of a run. Whatever happens here, the result of the run stays. */
public final class RunNotices {
  /** The zone of the moments in notices that need no database. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private RunNotices() {}

  /** Sends what is due, and shows only what was not accepted. */
  public static void send(Session session, DatabaseCommand command) {
    NoticeScreen screen =
        new NoticeScreen(session.messages().isChinese(), command.out(), command.err());
    try {
      showFailed(session.the(Notices.class).send().answers(), screen);
    } catch (BadSetting wrong) {
      screen.show(wrong);
    } catch (RuntimeException problem) {
      LoggerFactory.getLogger(RunNotices.class).warn("no notices were sent", problem);
      command.err().println("sunlit: " + session.messages().text("notify.not-sent"));
    }
  }

  /** Says that a run did not even begin, as the database or the definitions cannot be opened. */
  public static void sendNotOpened(
      RuntimeException problem, boolean isChinese, DatabaseCommand command) {
    NoticeScreen screen = new NoticeScreen(isChinese, command.out(), command.err());
    try {
      showFailed(direct().sayThatNothingWorks(problem), screen);
    } catch (BadSetting wrong) {
      screen.show(wrong);
    }
  }

  /** Notices that need no database. */
  static DirectNotices direct() {
    return new DirectNotices(Clock.system(ZONE));
  }

  private static void showFailed(List<ChannelAnswer> answers, NoticeScreen screen) {
    answers.stream().filter(answer -> !answer.isSent()).forEach(screen::showFailed);
  }
}
