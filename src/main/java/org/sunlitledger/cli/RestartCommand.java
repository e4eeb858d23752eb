package org.sunlitledger.cli;

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
final class RestartCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "RUN",
      converter = ListedNumber.class,
      description = "Its number in `sunlit runs`.")
  private long run;

  @Override
  int run(Session session) throws Exception {
    return session.the(Runs.class).isYearEnd(run)
        ? new YearEndScreen(session, this).of(() -> session.the(YearEnd.class).restart(run))
        : new RunSummary(session, this).of(() -> session.the(Nightly.class).restart(run));
  }
}
