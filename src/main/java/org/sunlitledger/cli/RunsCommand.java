package org.sunlitledger.cli;

import org.sunlitledger.job.Runs;
import org.sunlitledger.quantity.Moment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the latest runs. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "List the latest runs.")
final class RunsCommand extends DatabaseCommand {
  private static final int MOST = 50;

  @Mixin private final Output output = new Output();

  @Override
  int run(Session session) {
    Listing listing = new Listing("run", "job", "year", "started", "ended", "status", "step");
    for (Runs.Run run : session.the(Runs.class).latest(MOST)) {
      listing.add(
          run.id(),
          run.job(),
          run.year(),
          Moment.of(run.started()),
          run.ended().map(Moment::of).orElse(""),
          run.status(),
          run.reached());
    }
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }
}
