package org.sunlitledger.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

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
final class Commands {

  @Option(
      names = "--definitions",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "A folder with own jobs/ and sql/ definitions.")
  private @Nullable Path definitions;

  @Option(
      names = "--lang",
      scope = ScopeType.INHERIT,
      paramLabel = "zh|en",
      converter = LanguageName.class,
      description = "Language of messages; that of the terminal unless given.")
  private @Nullable String language;

  Optional<Path> definitions() {
    return Optional.ofNullable(definitions);
  }

  boolean isChinese() {
    String wanted =
        Optional.ofNullable(language)
            .or(() -> Optional.ofNullable(System.getenv("SUNLIT_LANGUAGE")))
            .orElse(Locale.getDefault().getLanguage());
    return wanted.startsWith("zh");
  }
}
