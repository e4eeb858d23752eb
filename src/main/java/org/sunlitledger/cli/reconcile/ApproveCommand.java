package org.sunlitledger.cli.reconcile;

import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ListedNumber;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.open.OpenDecisions;
import org.sunlitledger.reconcile.decision.Decisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Agrees, on the record, to what another resolved or set aside. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Approve what another has resolved or set aside, on the record.")
public final class ApproveCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "ID",
      converter = ListedNumber.class,
      description = "As ./sunlit discrepancies or ./sunlit rejects lists it.")
  private long id;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who approves it; not the one who resolved it.")
  private String by = "";

  @Override
  protected int run(Session session) {
    OpenDecisions setAside = session.the(OpenDecisions.class);
    return setAside.has(id)
        ? new OpenDecisionScreen(session, this).show(setAside.approve(id, by), "set-aside.approved")
        : new DecisionScreen(session, this).show(session.the(Decisions.class).approve(id, by));
  }
}
