package org.sunlitledger.cli.notice;

import org.slf4j.LoggerFactory;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.notice.Notices;
import org.sunlitledger.notice.channel.BadSetting;

/** Sends notices at the end of a run. Whatever happens here, the result of the run stays. */
public final class RunNotices {
  private RunNotices() {}

  /** Sends what is due, and shows only what was not accepted. */
  public static void send(Session session, DatabaseCommand command) {
    NoticeScreen screen =
        new NoticeScreen(session.messages().isChinese(), command.out(), command.err());
    try {
      session.the(Notices.class).send().answers().stream()
          .filter(answer -> !answer.isSent())
          .forEach(screen::showFailed);
    } catch (BadSetting wrong) {
      screen.show(wrong);
    } catch (RuntimeException problem) {
      LoggerFactory.getLogger(RunNotices.class).warn("no notices were sent", problem);
      command.err().println("sunlit: " + session.messages().text("notify.not-sent"));
    }
  }
}
