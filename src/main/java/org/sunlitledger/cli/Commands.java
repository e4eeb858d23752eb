package org.sunlitledger.cli;

import org.sunlitledger.cli.backup.BackupCommand;
import org.sunlitledger.cli.backup.RestoreCommand;
import org.sunlitledger.cli.backup.UpgradeCommand;
import org.sunlitledger.cli.close.AuditCommand;
import org.sunlitledger.cli.close.DeleteOriginalsCommand;
import org.sunlitledger.cli.close.ReopenCommand;
import org.sunlitledger.cli.close.RestatementCommand;
import org.sunlitledger.cli.close.StoreCommand;
import org.sunlitledger.cli.close.VerifySnapshotCommand;
import org.sunlitledger.cli.delivery.AcceptCommand;
import org.sunlitledger.cli.delivery.DeliveriesCommand;
import org.sunlitledger.cli.delivery.RegistersCommand;
import org.sunlitledger.cli.delivery.RejectsCommand;
import org.sunlitledger.cli.delivery.RulesCommand;
import org.sunlitledger.cli.figure.ExplainCommand;
import org.sunlitledger.cli.figure.FiguresCommand;
import org.sunlitledger.cli.figure.ReportCommand;
import org.sunlitledger.cli.install.DoctorCommand;
import org.sunlitledger.cli.install.InstallCommand;
import org.sunlitledger.cli.install.UninstallCommand;
import org.sunlitledger.cli.notice.NotifyCommand;
import org.sunlitledger.cli.reconcile.ApproveCommand;
import org.sunlitledger.cli.reconcile.DiscrepanciesCommand;
import org.sunlitledger.cli.reconcile.ResolveCommand;
import org.sunlitledger.cli.reconcile.SendBackCommand;
import org.sunlitledger.cli.reconcile.SetAsideCommand;
import org.sunlitledger.cli.run.NightlyCommand;
import org.sunlitledger.cli.run.RestartCommand;
import org.sunlitledger.cli.run.RunsCommand;
import org.sunlitledger.cli.run.ServeCommand;
import org.sunlitledger.cli.run.YearEndCommand;
import org.sunlitledger.cli.shell.GlobalOptions;
import org.sunlitledger.cli.user.UsersCommand;
import org.sunlitledger.database.schema.ProgramVersion;
import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(
    name = "sunlit",
    mixinStandardHelpOptions = true,
    version = ProgramVersion.NAME,
    description = "Sunlit Ledger (阳光台账): registers in, a traceable report out.",
    subcommands = {
      NightlyCommand.class,
      YearEndCommand.class,
      RestartCommand.class,
      ReportCommand.class,
      RestatementCommand.class,
      ReopenCommand.class,
      VerifySnapshotCommand.class,
      StoreCommand.class,
      DeleteOriginalsCommand.class,
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
      RegistersCommand.class,
      ServeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      UpgradeCommand.class,
      NotifyCommand.class,
      UsersCommand.class,
      DoctorCommand.class,
      InstallCommand.class,
      UninstallCommand.class
    },
    exitCodeOnInvalidInput = 2,
    synopsisSubcommandLabel = "COMMAND")
final class Commands extends GlobalOptions {}
