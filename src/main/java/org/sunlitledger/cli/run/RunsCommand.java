package org.sunlitledger.cli.run;

import java.util.Optional;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.Output;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.view.CodeWords;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.RunFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the latest runs. */
@Command(name = "runs", mixinStandardHelpOptions = true, description = "List the latest runs.")
public final class RunsCommand extends DatabaseCommand {
  private static final int LISTED_RUNS = 50;

  @Mixin private final Output output = new Output();

  @Override
  protected int run(Session session) {
    CodeWords words = session.words();
    Listing listing =
        new Listing("run", "job", "year", "started_by", "started", "ended", "status", "step")
            .whole("run");
    for (RunList.Run run :
        session.the(RunList.class).page(RunFilter.all(), Optional.empty(), LISTED_RUNS)) {
      listing.add(
          run.id(),
          words.job(run.job()),
          run.year(),
          run.startedBy(),
          Moment.format(run.started()),
          run.ended().map(Moment::format).orElse(""),
          words.run(run.status()),
          words.step(run.reached()));
    }
    listing.print(out(), session.messages(), output.json());
    return CLEAN;
  }
}
