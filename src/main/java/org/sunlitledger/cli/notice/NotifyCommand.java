package org.sunlitledger.cli.notice;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.notice.NoticeResult;
import org.sunlitledger.notice.Notices;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.notice.channel.ChannelAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Looks for problems and sends notices of them. If the database does not answer, it sends a notice
 * of that, as no other command can.
 */
@Command(
    name = "notify",
    mixinStandardHelpOptions = true,
    description = "Look for problems, such as a night that did not run, and send notices of them.")
public final class NotifyCommand implements Callable<Integer> {
  @ParentCommand private GlobalOptions options = new GlobalOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--test",
      description = "Send a test notice on each channel, and show what it answers.")
  private boolean test;

  @Override
  public Integer call() {
    NoticeScreen screen = screen();
    try {
      return test ? test(screen) : send(screen);
    } catch (BadSetting wrong) {
      screen.show(wrong);
      return DatabaseCommand.FAILED;
    }
  }

  private static int test(NoticeScreen screen) {
    List<ChannelAnswer> answers = RunNotices.direct().test();
    if (answers.isEmpty()) {
      screen.showNoChannel();
      return DatabaseCommand.FAILED;
    }
    screen.show(answers);
    return status(answers, DatabaseCommand.CLEAN);
  }

  private int send(NoticeScreen screen) {
    NoticeResult result;
    try (Session session = Session.open(options, Map.of())) {
      result = session.the(Notices.class).send();
    } catch (BadSetting wrong) {
      throw wrong;
    } catch (RuntimeException problem) {
      screen.show(RunNotices.direct().sayThatNothingWorks(problem));
      throw problem;
    }
    screen.show(result);
    return status(
        result.answers(),
        result.problems().isEmpty() ? DatabaseCommand.CLEAN : DatabaseCommand.REFUSED);
  }

  private static int status(List<ChannelAnswer> answers, int otherwise) {
    return answers.stream().allMatch(ChannelAnswer::isSent) ? otherwise : DatabaseCommand.FAILED;
  }

  private NoticeScreen screen() {
    return new NoticeScreen(
        options.isChinese(), spec.commandLine().getOut(), spec.commandLine().getErr());
  }
}
