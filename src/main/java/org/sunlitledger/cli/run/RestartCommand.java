package org.sunlitledger.cli.run;

import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ListedNumber;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.job.Nightly;
import org.sunlitledger.job.Runs;
import org.sunlitledger.job.YearEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Goes on with a run that failed or was killed. */
@Command(
    name = "restart",
    mixinStandardHelpOptions = true,
    description = "Go on with a failed or killed run.")
public final class RestartCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "RUN",
      converter = ListedNumber.class,
      description = "Its number in `sunlit runs`.")
  private long run;

  @Override
  protected int run(Session session) throws Exception {
    if (session.the(Runs.class).isStartedAgain(run)) {
      throw misuse("restart.start-again", run);
    }
    return session.the(Runs.class).isYearEnd(run)
        ? new YearEndScreen(session, this).run(() -> session.the(YearEnd.class).restart(run))
        : new RunSummary(session, this).run(() -> session.the(Nightly.class).restart(run));
  }
}
