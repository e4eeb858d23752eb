package org.sunlitledger.cli;

import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(
    name = "sunlit",
    mixinStandardHelpOptions = true,
    version = "Sunlit Ledger 0.1.0",
    description = "Sunlit Ledger (阳光台账): registers in, a traceable report out.",
    subcommands = {
      NightlyCommand.class,
      YearEndCommand.class,
      RestartCommand.class,
      ReportCommand.class,
      RestatementCommand.class,
      ReopenCommand.class,
      VerifySnapshotCommand.class,
      DiscrepanciesCommand.class,
      ResolveCommand.class,
      ApproveCommand.class,
      SendBackCommand.class,
      AuditCommand.class,
      ExplainCommand.class,
      RejectsCommand.class,
      SetAsideCommand.class,
      AcceptCommand.class,
      DeliveriesCommand.class,
      RunsCommand.class,
      FiguresCommand.class,
      RulesCommand.class,
      RegistersCommand.class
    },
    exitCodeOnInvalidInput = 2,
    synopsisSubcommandLabel = "COMMAND")
final class Commands extends GlobalOptions {}
