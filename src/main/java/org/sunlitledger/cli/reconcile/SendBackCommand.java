package org.sunlitledger.cli.reconcile;

import org.sunlitledger.cli.print.DecisionScreen;
import org.sunlitledger.cli.shell.DatabaseCommand;
import org.sunlitledger.cli.shell.ListedNumber;
import org.sunlitledger.cli.shell.Reason;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.reconcile.decision.Decisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens again, on the record, what was resolved. */
@Command(
    name = "send-back",
    mixinStandardHelpOptions = true,
    description = "Open again what was resolved or approved, on the record.")
public final class SendBackCommand extends DatabaseCommand {

  @Parameters(
      paramLabel = "ID",
      converter = ListedNumber.class,
      description = "As ./sunlit discrepancies lists it.")
  private long id;

  @Mixin private final Reason why = new Reason();

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who sends it back.")
  private String by = "";

  @Override
  protected int run(Session session) {
    return new DecisionScreen(session, this)
        .show(session.the(Decisions.class).sendBack(id, why.text(), by));
  }
}
