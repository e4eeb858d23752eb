package org.sunlitledger.cli.reconcile;

import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ListedNumber;
import org.sunlitledger.cli.shell.Reason;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.reconcile.decision.Decisions;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says, on the record, why a discrepancy is none, or none any more. */
@Command(
    name = "resolve",
    mixinStandardHelpOptions = true,
    description = "Resolve a discrepancy, on the record.")
public final class ResolveCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "ID",
      converter = ListedNumber.class,
      description = "As ./sunlit discrepancies lists it.")
  private long id;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "explained|corrected|waived",
      description = "In which way.",
      converter = ResolutionName.class)
  private Resolution as = Resolution.EXPLAINED;

  @Mixin private final Reason why = new Reason();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who resolves it.")
  private String by = "";

  @Override
  protected int run(Session session) {
    return new DecisionScreen(session, this)
        .show(session.the(Decisions.class).resolve(id, as, why.text(), by));
  }
}
