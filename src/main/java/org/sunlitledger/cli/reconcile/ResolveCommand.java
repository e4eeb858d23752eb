package org.sunlitledger.cli.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ListedNumber;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.reconcile.decision.Decider;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.worklist.WorkListDecisions;
import org.sunlitledger.reconcile.worklist.WorkListFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says, on the record, why a discrepancy is none, or none any more; of many, with a work list. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    description = "Resolve a discrepancy, or those of a work list, on the record.")
public final class ResolveCommand extends DatabaseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      converter = ListedNumber.class,
      description = "As ./sunlit discrepancies lists it.")
  private @Nullable Long id;

  @Option(
      names = "--as",
      paramLabel = "explained|corrected|waived",
      description = "In which way.",
      converter = ResolutionName.class)
  private @Nullable Resolution as;

  @Option(names = "--why", paramLabel = "TEXT", description = "For what reason.")
  private @Nullable String why;

  @Option(
      names = "--file",
      paramLabel = "FILE.xlsx",
      description = "The sheet that ./sunlit discrepancies --out wrote, filled in.")
  private @Nullable Path file;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who resolves it.")
  private String by = "";

  @Override
  protected void verify() {
    boolean isOne = id != null && as != null && why != null;
    boolean isNone = id == null && as == null && why == null;
    if (file == null ? !isOne : !isNone) {
      throw misuse("resolve.either");
    }
  }

  @Override
  protected int run(Session session) throws IOException {
    return file == null ? one(session) : sheet(session, file);
  }

  private int one(Session session) {
    return new DecisionScreen(session, this)
        .show(
            session
                .the(Decisions.class)
                .resolve(
                    Objects.requireNonNull(id),
                    Objects.requireNonNull(as),
                    Objects.requireNonNull(why),
                    by));
  }

  private int sheet(Session session, Path from) throws IOException {
    WorkListScreen screen = new WorkListScreen(session, this, from);
    try {
      return screen.show(session.the(WorkListDecisions.class).take(from, Decider.ofCounty(by)));
    } catch (WorkListFault fault) {
      return screen.show(fault);
    }
  }
}
