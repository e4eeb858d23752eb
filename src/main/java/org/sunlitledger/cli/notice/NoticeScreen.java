package org.sunlitledger.cli.notice;

import java.io.PrintWriter;
import java.util.List;
import org.sunlitledger.notice.NoticeResult;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.notice.channel.ChannelAnswer;
import org.sunlitledger.quantity.text.Messages;

/** Shows what is wrong and what the channels answered. */
final class NoticeScreen {
  private final Messages messages;
  private final Messages notices;
  private final PrintWriter out;
  private final PrintWriter err;

  NoticeScreen(boolean chinese, PrintWriter out, PrintWriter err) {
    this.messages = chinese ? Messages.chinese("commands") : Messages.english("commands");
    this.notices = chinese ? Messages.chinese("notices") : Messages.english("notices");
    this.out = out;
    this.err = err;
  }

  void show(NoticeResult result) {
    if (result.channels().isEmpty()) {
      out.println(messages.text("notify.no-channel"));
      return;
    }
    if (result.busy()) {
      out.println(messages.text("notify.busy"));
      return;
    }
    result.problems().forEach(problem -> out.println(problem.sentence(messages.isChinese())));
    if (result.problems().isEmpty()) {
      out.println(messages.text("notify.clean"));
    }
    result
        .unseen()
        .forEach(
            kind -> out.println(messages.text("notify.unseen", notices.text("problem." + kind))));
    show(result.answers());
    if (result.answers().isEmpty()) {
      out.println(messages.text("notify.nothing", String.join(", ", result.channels())));
    }
  }

  void show(List<ChannelAnswer> answers) {
    answers.forEach(this::show);
  }

  private void show(ChannelAnswer answer) {
    if (answer.isSent()) {
      out.println(messages.text("notify.sent", answer.channel(), answer.text(notices)));
    } else {
      showFailed(answer);
    }
  }

  void showFailed(ChannelAnswer answer) {
    err.println(
        "sunlit: " + messages.text("notify.failed", answer.channel(), answer.text(notices)));
  }

  void show(BadSetting wrong) {
    err.println("sunlit: " + wrong.text(notices));
  }

  void showNoChannel() {
    err.println("sunlit: " + messages.text("notify.no-channel"));
  }
}
